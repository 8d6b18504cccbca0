package dev.envelope.game.market;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The market of a treatment: messages in whole ticks to an outcome in whole ticks.
 *
 * <p>Theory's mechanism runs on ticks as real numbers, so that what is whole stays exact. Where everything changes hands
 * at one price, that price is rounded half up before payments are made of it: a half tick of a double auction's price goes
 * to the seller. Other payments are rounded by largest remainders, and those of a balanced mechanism add up to exactly 0. A mechanism that fails, or asks for a payment that is
 * no amount of money, makes the market void: nothing changes hands and nobody pays.
 */
public final class LiveMarket {

    /** Amounts of this size and less are exact as real numbers: 2^53 ticks. */
    public static final long LARGEST_TICKS = 1L << 53;

    /** How far float noise can put a support's end off the whole tick it stands for. */
    private static final double NOISE = 1e-6;

    private final Mechanism mechanism;
    private final List<ValueDistribution> types;

    private LiveMarket(Mechanism mechanism, List<ValueDistribution> types) {
        this.mechanism = mechanism;
        this.types = types;
    }

    /**
     * The market of {@code treatment}. Worth keeping: some mechanisms take work to build.
     *
     * @throws IllegalArgumentException when the treatment's mechanism cannot be built
     */
    public static LiveMarket of(Treatment treatment) {
        return of(TreatmentTheory.rulesInTicks(treatment));
    }

    /** The market of {@code game}, whose types, messages and payments are in ticks. */
    static LiveMarket of(BayesianGame game) {
        return new LiveMarket(game.mechanism(), game.types());
    }

    /**
     * What a market ends in.
     *
     * @param market the market's index within the round
     * @param seats its seats with their values, in the order of the mechanism's agents
     * @param messages what each of them said, in the same order
     * @param ties decides between equal messages and equal remainders
     */
    public Outcome settle(int market, List<Holding> seats, List<Message> messages, TieOrder ties) {
        MarketOutcome real;
        try {
            real = mechanism.outcome(numbers(messages), ties);
        } catch (RuntimeException e) { // whatever is wrong with it, the others' session goes on
            return empty(market, seats, "the mechanism failed: " + e.getClass().getSimpleName());
        }
        Optional<String> flaw = flaw(real, seats.size());
        return flaw.isPresent() ? empty(market, seats, flaw.get()) : inTicks(market, seats, real, ties);
    }

    /**
     * A seat of the market.
     *
     * @param seat the seat's number
     * @param valueTicks its private value in ticks
     */
    public record Holding(int seat, long valueTicks) {}

    private double[] numbers(List<Message> messages) {
        double[] numbers = new double[messages.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(messages.get(i), types.get(i));
        }
        return numbers;
    }

    private static double number(Message message, ValueDistribution type) {
        if (message instanceof Amount amount) {
            return amount.ticks();
        }
        return message instanceof Report report ? reported(report.ticks().get(0), type) : Mechanism.ABSTAIN;
    }

    /** The support's end where the report is that end but for float noise, so that the mechanism takes it. */
    private static double reported(double ticks, ValueDistribution type) {
        double inside = StrictMath.max(type.lower(), StrictMath.min(type.upper(), ticks));
        return StrictMath.abs(inside - ticks) <= NOISE ? inside : ticks;
    }

    private static Optional<String> flaw(MarketOutcome real, int agents) {
        if (real.agents() != agents) {
            return Optional.of("the mechanism gave " + real.agents() + " payments for " + agents + " seats");
        }
        for (double payment : real.payments()) {
            if (!isMoney(payment)) {
                return Optional.of("a payment is no amount of money: " + payment);
            }
        }
        return real.price().isPresent() && !isMoney(real.price().getAsDouble())
                ? Optional.of("the price is no amount of money: " + real.price().getAsDouble())
                : Optional.empty();
    }

    private static boolean isMoney(double ticks) {
        return StrictMath.abs(ticks) <= LARGEST_TICKS; // false for NaN
    }

    private static Outcome empty(int market, List<Holding> seats, String reason) {
        List<SeatOutcome> nothing = seats.stream()
                .map(s -> new SeatOutcome(s.seat(), s.valueTicks(), 0, 0))
                .toList();
        return new Outcome(market, nothing, OptionalLong.empty(), Optional.of(reason));
    }

    private Outcome inTicks(int market, List<Holding> seats, MarketOutcome real, TieOrder ties) {
        OptionalLong price = real.price().isPresent()
                ? OptionalLong.of(TickRounding.halfUp(real.price().getAsDouble()))
                : OptionalLong.empty();
        long[] payments = price.isPresent() && isUniform(real)
                ? atPrice(real, price.getAsLong())
                : rounded(real.payments(), ties);
        List<SeatOutcome> outcomes = new ArrayList<>(payments.length);
        for (int i = 0; i < payments.length; i++) {
            Holding seat = seats.get(i);
            outcomes.add(new SeatOutcome(seat.seat(), seat.valueTicks(), real.units(i), payments[i]));
        }
        return new Outcome(market, outcomes, price, Optional.empty());
    }

    private long[] rounded(double[] payments, TieOrder ties) {
        return mechanism instanceof BalancedMarket
                ? TickRounding.roundTo(0, payments, ties)
                : TickRounding.round(payments, ties);
    }

    private static boolean isUniform(MarketOutcome real) {
        double price = real.price().orElseThrow();
        for (int i = 0; i < real.agents(); i++) {
            if (real.payment(i) != real.units(i) * price) {
                return false;
            }
        }
        return true;
    }

    private static long[] atPrice(MarketOutcome real, long price) {
        long[] payments = new long[real.agents()];
        for (int i = 0; i < payments.length; i++) {
            payments[i] = real.units(i) * price;
        }
        return payments;
    }
}
