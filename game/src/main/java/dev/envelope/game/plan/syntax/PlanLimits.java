package dev.envelope.game.plan.syntax;

import java.math.BigDecimal;

/** Every bound on a plan file, in one place. */
public final class PlanLimits {

    /** How long a file may be, in characters. */
    public static final int CHARACTERS = 262_144;
    /** How deep its lists and mappings may nest. */
    public static final int DEPTH = 20;
    /** How many aliases ({@code *name}) it may have. */
    public static final int ALIASES = 50;
    /** How many problems are reported; there may be more. */
    public static final int PROBLEMS = 100;
    /** How many treatments it may have. */
    public static final int TREATMENTS = 100;
    /** How many blocks it may have. */
    public static final int BLOCKS = 1_000;
    /** How many rounds all blocks may have together. */
    public static final int ROUNDS = 1_000_000;
    /** How many rounds of a seat may be paid, where not all are. */
    public static final int PAID = 1_000;
    /** How many rounds may be listed, of groups or of values. */
    public static final int LISTED = 1_000;
    /** How many files may come with a plan. */
    public static final int FILES = 20;
    /** How many seats a session may have. */
    public static final int SEATS = 10_000;
    /** How many seats one market may have. */
    public static final int MARKET = 1_000;
    /** How many roles a market may have. */
    public static final int ROLES = 100;
    /** How many numbers, points or parts a distribution may be made of. */
    public static final int NUMBERS = 1_000;
    /** How many different distributions there may be in an efficient balanced auction, whose payments take work for each. */
    public static final int DISTRIBUTIONS = 10;
    /** How long a time may be, in seconds: a week. */
    public static final int SECONDS = 604_800;
    /** How long a name or a title may be, in characters. */
    public static final int NAME = 100;
    /** How long instructions may be, in characters. */
    public static final int TEXT = 100_000;
    /** How many questions a form may have. */
    public static final int QUESTIONS = 100;
    /** How many answers a question may offer. */
    public static final int CHOICES = 50;
    /** How often people may try to answer the questions on the instructions. */
    public static final int ATTEMPTS = 20;
    /** How long a question, a hint or an address may be, in characters. */
    public static final int QUESTION = 2_000;
    /** How long a typed answer may be, and all typed answers of a form together, in characters. */
    public static final int TYPED = 10_000;
    /** The smallest tick, in points. */
    public static final BigDecimal LEAST_TICK = new BigDecimal("0.000001");
    /** The largest amount, in points and in ticks; a double holds every whole number up to it and far beyond. */
    public static final BigDecimal AMOUNT = new BigDecimal("1000000000000");

    private PlanLimits() {}
}
