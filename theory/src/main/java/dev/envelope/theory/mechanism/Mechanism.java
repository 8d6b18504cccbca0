package dev.envelope.theory.mechanism;

/**
 * The rules of one market of unit supply and demand: an allocation rule and a payment rule on one-number messages.
 *
 * <p>A message is a bid, an ask or a reported type, in the caller's unit of money; {@link #ABSTAIN} takes no part.
 */
public interface Mechanism {

    /** The message of an agent that takes no part: it gets nothing and pays nothing. */
    double ABSTAIN = Double.NaN;

    /** How many agents take part, at least 1. */
    int agents();

    /** The side of the agent with index {@code agent}, from 0: bidders, where nothing else is said. */
    default Side side(int agent) {
        return Side.BIDDER;
    }

    /** How many identical objects there are, of which an agent gets at most one. */
    default int objects() {
        return 1;
    }

    /**
     * v0, what an object of the house is worth to it that nobody gets, in the unit of the types; below 0 where it costs to keep. What is
     * gained by a sale is the winner's value less this; no payment depends on it that the rules do not say does.
     */
    default double sellerValue() {
        return 0;
    }

    /** Whether a message is a reported type, so that truth can be told. */
    boolean isDirect();

    /**
     * Whether an agent may choose to abstain. Where it may not, abstaining is still an outcome, of an agent that was
     * lost, but no deviation: taking part is part of the rules, and some types may be worse off for it.
     */
    default boolean mayAbstain() {
        return true;
    }

    /**
     * Whether what each agent pays among those that take part is a sum of functions of one agent's message each, such
     * as expected externalities, and ties do not matter to it.
     */
    default boolean hasSeparablePayments() {
        return false;
    }

    /**
     * Whether what an agent receives is its units of the object. Otherwise the outcome's
     * {@link MarketOutcome#coefficient coefficients} say what part of its type it receives.
     */
    default boolean dealsInUnits() {
        return true;
    }

    /**
     * Whether two agents are known to be treated alike: where they swap their messages and their ranks among equals, they swap what
     * they get and pay, and for nobody else anything changes. Agents that are alike to a third are alike.
     */
    default boolean treatsAlike(int one, int other) {
        return one == other;
    }

    /**
     * By what agents are ranked: those of one side whose scores are equal tie. The message, where nothing else is said.
     *
     * @param message a message of agent {@code agent}, or {@link #ABSTAIN}
     */
    default double score(int agent, double message) {
        return message;
    }

    /**
     * What an outcome is worth to agent {@code agent} beside what part of its type it receives: below 0 where it is harmed by what others
     * get.
     *
     * @param types the types of all, whatever they said
     */
    default double externality(int agent, MarketOutcome outcome, double[] types) {
        return 0;
    }

    /** Whether {@link #externality} may be anything but 0. */
    default boolean hasExternality() {
        return false;
    }

    /** What the choice at a profile of messages costs, where there is one that costs. */
    default double cost(double[] messages) {
        return 0;
    }

    /**
     * What is gained at an outcome, before payments: what agents receive is worth to them, and what others' getting something brings them,
     * less what objects that were sold are worth to the house. What the choice costs is not deducted.
     *
     * @param types the types of all, whatever they said
     */
    default double gains(MarketOutcome outcome, double[] types) {
        return Gains.realised(this, outcome, types);
    }

    /**
     * The largest gains at a profile of types, what the choice costs deducted: objects, or what sellers have, to whom they are worth most,
     * objects that are worth most to the house staying there.
     */
    default double firstBest(double[] types) {
        return Gains.largest(this, types);
    }

    /**
     * What happens at a message profile. Agents that tie are ranked by {@code ties}.
     *
     * @param messages one finite number per agent, or {@link #ABSTAIN}
     * @param ties decides between equal messages
     * @throws IllegalArgumentException on a profile of the wrong length, an infinite message, or a reported type
     *     outside its support
     */
    MarketOutcome outcome(double[] messages, TieOrder ties);

    /**
     * Who gets what at a message profile, as in {@link #outcome}; what is paid may be left out, for rules under which it takes long
     * to work out.
     */
    default MarketOutcome allocation(double[] messages, TieOrder ties) {
        return outcome(messages, ties);
    }
}
