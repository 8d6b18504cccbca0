package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.ListedValues;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import dev.envelope.theory.mechanism.Side;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a plan says of uneven head-counts can be done. */
final class UnevenCheck {

    private final Plan plan;
    private final Field place;

    /** Checks {@code plan}, whose top level is {@code root}. */
    UnevenCheck(Plan plan, Section root) {
        this.plan = plan;
        this.place = root.get("uneven").orElse(root.field());
    }

    /** Notes what is wrong. */
    void check() {
        Uneven uneven = plan.staffing().uneven();
        if (uneven == Uneven.BOT && plan.evenSeats(plan.seats().wanted()).isEmpty()) {
            place.fail(
                    "markets of " + sizes() + " seats",
                    "sizes that come out even with at most " + PlanLimits.SEATS + " seats");
        }
        if (uneven == Uneven.LARGER_GROUP) {
            int before = place.problems().count();
            plan.treatments().forEach(this::canBeLarger);
            if (place.problems().count() == before) {
                namesDiffer();
            }
        }
    }

    private String sizes() {
        return plan.treatments().stream()
                .map(treatment -> Integer.toString(treatment.marketSize()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void canBeLarger(Treatment treatment) {
        Optional<String> obstacle = obstacle(treatment);
        if (obstacle.isPresent()) {
            place.fail("larger_group with " + treatment.id() + ", " + obstacle.get(), "sit_out or bot");
            return;
        }
        int largest = plan.largest(treatment);
        try {
            TreatmentTheory.rulesInTicks(treatment.ofSize(largest));
        } catch (IllegalArgumentException | ArithmeticException refused) {
            place.fail("larger_group with " + treatment.id() + " of " + largest, String.valueOf(refused.getMessage()));
        }
    }

    private Optional<String> obstacle(Treatment treatment) {
        List<RoleSpec> roles = treatment.roles();
        if (roles.size() > 1 || roles.get(0).side() != Side.BIDDER) {
            return Optional.of("whose seats have several roles");
        }
        if (treatment.matching() == Matching.FIXED_LIST || treatment.matching() == Matching.PERFECT_STRANGERS) {
            return Optional.of(
                    "whose groups are those of " + treatment.matching().name().toLowerCase(java.util.Locale.ROOT));
        }
        ValueKind values = ValueKind.of(roles.get(0).values());
        if (values == ValueKind.WALLET) {
            return Optional.of("where values are in two wallets");
        }
        if (values == ValueKind.LISTED && !ListedValues.fitAnySize(roles.get(0).values())) {
            return Optional.of("whose values are listed for the seats of a market");
        }
        int largest = plan.largest(treatment);
        return largest > PlanLimits.MARKET
                ? Optional.of(
                        "which can have groups of " + largest + " where at most " + PlanLimits.MARKET + " are played")
                : Optional.empty();
    }

    private void namesDiffer() {
        Set<String> names = new HashSet<>();
        for (Treatment game : plan.games()) {
            if (!names.add(game.id())) {
                place.fail("two games with the name " + game.id(), "other names of treatments");
                return;
            }
        }
    }
}
