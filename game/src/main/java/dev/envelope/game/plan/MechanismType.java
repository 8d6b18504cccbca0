package dev.envelope.game.plan;

import dev.envelope.game.message.MessageKind;

/** The mechanisms a plan can name, each with the kind of message it takes and whether live rounds of it can be played. */
public enum MechanismType {
    /** Highest bid wins and pays itself. Parameter: {@code reserve} in points (none). */
    FIRST_PRICE(MessageKind.AMOUNT, true),
    /** Highest bid wins and pays the second. Parameter: {@code reserve} in points (none). */
    SECOND_PRICE(MessageKind.AMOUNT, true),
    /** Highest bid wins, everyone pays the own bid. Parameter: {@code minimum_bid} in points (0), no reserve on values. */
    ALL_PAY(MessageKind.AMOUNT, true),
    /** Highest bid wins and pays the third; three bidders or more. */
    THIRD_PRICE(MessageKind.AMOUNT, true),
    /** One buyer, one seller; trade iff bid ≥ ask, at k·bid + (1−k)·ask. Parameter: {@code k} in [0, 1] (1/2). */
    K_DOUBLE_AUCTION(MessageKind.AMOUNT, true),
    /** Direct: efficient allocation with Vickrey-Clarke-Groves payments, basis the lowest types; also for one buyer and one seller. */
    VCG(MessageKind.REPORT, true),
    /** Direct: Myerson's optimal auction. Parameter: {@code seller_value} in points (0). */
    OPTIMAL(MessageKind.REPORT, true),
    /** Direct: report a value, the first-price equilibrium bid is placed for it. Parameter: {@code reserve} (none). */
    FIRST_PRICE_PROXY(MessageKind.REPORT, true),
    /** Direct: expected-externality mechanism of Arrow and d'Aspremont-Gérard-Varet; all take part. Also for one buyer and one seller. */
    AGV(MessageKind.REPORT, true),
    /** Direct: the balanced, individually rational efficient mechanism of Krishna and Perry. Also for one buyer and one seller. */
    BALANCED(MessageKind.REPORT, true),
    /** Many buyers and sellers of one unit each at one price. */
    CALL_MARKET(MessageKind.AMOUNT, false),
    /** McAfee's dominant-strategy double auction. */
    MCAFEE(MessageKind.AMOUNT, false),
    /** Several units, highest rejected or lowest accepted bid. */
    UNIFORM_PRICE(MessageKind.DEMAND_SCHEDULE, false),
    /** Several units, every winner pays its own bids. */
    DISCRIMINATORY(MessageKind.DEMAND_SCHEDULE, false),
    /** Several units, Vickrey's payments. */
    MULTI_UNIT_VICKREY(MessageKind.DEMAND_SCHEDULE, false),
    /** Packages of items. */
    PACKAGE_AUCTION(MessageKind.PACKAGE_BIDS, false),
    /** Take-it-or-leave-it offers, one buyer after another. */
    SEQUENTIAL_OFFERS(MessageKind.RESPONSE, false),
    /** A public project with a cost. */
    PUBLIC_PROJECT(MessageKind.REPORT, false),
    /** Dissolving a partnership. */
    PARTNERSHIP(MessageKind.AMOUNT, false),
    /** A licence whose loser is harmed. */
    LICENCE_WITH_EXTERNALITY(MessageKind.AMOUNT, false);

    private final MessageKind messageKind;
    private final boolean playable;

    MechanismType(MessageKind messageKind, boolean playable) {
        this.messageKind = messageKind;
        this.playable = playable;
    }

    /** The kind of message it takes. */
    public MessageKind messageKind() {
        return messageKind;
    }

    /** Whether live rounds of it can be played by this version. */
    public boolean isPlayable() {
        return playable;
    }

    /** Whether a seat may abstain; where it may not, taking part is part of the rules. */
    public boolean mayAbstain() {
        return this != AGV;
    }

    /** Whether whatever is paid is paid to another seat, so that the house neither earns nor loses. */
    public boolean isBalanced() {
        return this == K_DOUBLE_AUCTION || this == AGV || this == BALANCED;
    }

    /** The name in plan files, such as {@code first_price}. */
    public String planName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
