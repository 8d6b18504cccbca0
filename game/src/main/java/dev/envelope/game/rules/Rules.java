package dev.envelope.game.rules;

import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** A treatment's rules in one sentence, and the words for what a side has and sends. */
public final class Rules {

    private static final String CATALOGUE = "dev.envelope.game.rules.Rules";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Rules() {}

    /**
     * The rules in one sentence: what is sent on which grid, who gets what, who pays what, and what decides a tie; and where values
     * are not drawn for each by itself, in others what they have in common.
     *
     * @throws IllegalArgumentException when the mechanism is not played
     */
    public static String sentence(Treatment treatment, Language language) {
        MechanismSpec mechanism = treatment.mechanism();
        if (!mechanism.type().isPlayable()) {
            throw new IllegalArgumentException(
                    "mechanism: " + mechanism.type().planName() + " (expected: one that is played)");
        }
        return mechanism(treatment, language)
                + ValueRules.of(treatment, language)
                        .map(values -> (language == Language.CHINESE ? "" : " ") + values)
                        .orElse("");
    }

    private static String mechanism(Treatment treatment, Language language) {
        MechanismSpec mechanism = treatment.mechanism();
        return text(
                language,
                "sentence." + mechanism.type().planName() + variant(treatment),
                Integer.toString(treatment.marketSize()),
                plain(treatment.ticks().size()),
                plain(treatment.ticks().exactPoints(treatment.ticks().minimum())),
                plain(treatment.ticks().exactPoints(treatment.ticks().maximum())),
                number(mechanism, "reserve", 0),
                number(mechanism, "k", 0.5),
                plain(BigDecimal.ONE.subtract(BigDecimal.valueOf(mechanism.parameter("k", 0.5)))),
                number(mechanism, "seller_value", 0),
                number(mechanism, "minimum_bid", 0));
    }

    /** The word for the private number of a side: a bidder's or buyer's value, a seller's cost. */
    public static String typeWord(Side side, Language language) {
        return text(language, "type." + name(side));
    }

    /** The word for what a side sends in {@code mechanism}: a bid, an ask, a reported value or cost. */
    public static String messageWord(MechanismType mechanism, Side side, Language language) {
        String kind = mechanism.messageKind().name().toLowerCase(Locale.ROOT);
        return text(language, "message." + kind + "." + name(side));
    }

    /** Sentences of their own: a least bid, the ends and the middle of k, ironing, trade, values below 0 that stay unsold. */
    private static String variant(Treatment treatment) {
        MechanismSpec mechanism = treatment.mechanism();
        return switch (mechanism.type()) {
            case FIRST_PRICE, SECOND_PRICE, FIRST_PRICE_PROXY ->
                mechanism.parameters().containsKey("reserve") ? ".reserve" : "";
            case K_DOUBLE_AUCTION ->
                mechanism.parameter("k", 0.5) == 0.5
                        ? ".half"
                        : mechanism.parameter("k", 0.5) == 1
                                ? ".buyer"
                                : mechanism.parameter("k", 0.5) == 0 ? ".seller" : "";
            case ALL_PAY -> mechanism.parameter("minimum_bid", 0) > 0 ? ".minimum" : "";
            case OPTIMAL -> isRegular(treatment) ? "" : ".ironed";
            case VCG, AGV, BALANCED ->
                isTrade(treatment) ? ".trade" : treatment.ticks().minimum() < 0 ? ".negative" : "";
            default -> "";
        };
    }

    private static boolean isTrade(Treatment treatment) {
        return treatment.roles().stream().anyMatch(role -> role.side() == Side.SELLER);
    }

    private static boolean isRegular(Treatment treatment) {
        return treatment.roles().stream()
                .allMatch(role -> StatedValues.distribution(role.values()).isRegular());
    }

    static String text(Language language, String key, Object... numbers) {
        ResourceBundle catalogue =
                ResourceBundle.getBundle(CATALOGUE, language.locale(), Rules.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(catalogue.getString(key), Locale.ROOT).format(numbers);
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static String number(MechanismSpec mechanism, String parameter, double otherwise) {
        return plain(BigDecimal.valueOf(mechanism.parameter(parameter, otherwise)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
