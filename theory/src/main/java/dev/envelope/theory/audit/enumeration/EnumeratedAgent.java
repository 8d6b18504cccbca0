package dev.envelope.theory.audit.enumeration;

import dev.envelope.theory.audit.AgentReport;

/** What one agent gets where all profiles are played. */
public interface EnumeratedAgent {

    /** The largest gain from another message at a profile. */
    Worst gain();

    /** The largest shortfall from the outside option at a profile. */
    Worst loss();

    /** The largest expected gain from another message, with who gains it. */
    Worst regret();

    /** The figures of the agent. */
    AgentReport report();

    /** E of the largest gains, what the choice costs not deducted. */
    double firstBest();

    /** E of what sold objects are worth to the house. */
    double givenUp();
}
