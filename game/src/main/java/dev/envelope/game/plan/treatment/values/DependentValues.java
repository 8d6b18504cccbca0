package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.theory.mechanism.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which mechanisms are played with values that are not drawn for each by itself: those whose rules ask for no distribution. */
public final class DependentValues {

    private static final Set<MechanismType> BIDS =
            Set.of(MechanismType.FIRST_PRICE, MechanismType.SECOND_PRICE, MechanismType.ALL_PAY);
    private static final Set<MechanismType> PRIVATE = Set.of(
            MechanismType.FIRST_PRICE,
            MechanismType.SECOND_PRICE,
            MechanismType.ALL_PAY,
            MechanismType.K_DOUBLE_AUCTION,
            MechanismType.VCG);

    private DependentValues() {}

    /** What {@code type} would need, in words; empty where it is played by {@code roles}. */
    public static Optional<String> misfit(MechanismType type, List<RoleSpec> roles) {
        if (ValueKind.areIndependent(roles)) {
            return Optional.empty();
        }
        boolean isCommon =
                roles.stream().anyMatch(role -> ValueKind.of(role.values()).isCommon());
        if (!isCommon) {
            return PRIVATE.contains(type)
                    ? Optional.empty()
                    : Optional.of("first_price, second_price, all_pay, k_double_auction or vcg with such values");
        }
        boolean isOneGroup = roles.size() == 1 && roles.get(0).side() == Side.BIDDER;
        return BIDS.contains(type) && isOneGroup
                ? Optional.empty()
                : Optional.of("first_price, second_price or all_pay among bidders of one role with a common value");
    }

    /** What was found instead. */
    public static String found(MechanismType type, List<RoleSpec> roles) {
        return roles.stream().map(role -> role.values().type()).distinct().collect(Collectors.joining(" and "))
                + " values in " + type.planName();
    }
}
