package dev.envelope.theory.audit;

/** What a mechanism with its strategies can be asked to satisfy. */
public enum Property {
    /** Saying one's type is a best reply to others who say theirs, on average over their types. */
    TRUTHFUL,
    /** The strategies are best replies to each other, on average over the others' types (Bayesian incentive compatibility). */
    BAYESIAN_INCENTIVES,
    /** The prescribed message is a best reply whatever the others' types (dominant-strategy incentive compatibility). */
    DOMINANT_STRATEGIES,
    /** No type expects less than its outside option. */
    INTERIM_RATIONALITY,
    /** No type ends up with less than its outside option at any profile. */
    EX_POST_RATIONALITY,
    /** The house never pays more than it takes in. */
    NO_DEFICIT,
    /** Payments sum to 0 at every profile. */
    BUDGET_BALANCE,
    /** Objects go to whom they are worth most at every profile, if they are worth anything to anybody. */
    EFFICIENCY
}
