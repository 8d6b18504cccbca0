package dev.envelope.game.plan;

import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.plan.syntax.PlanLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a session plays: blocks of rounds, and who takes part on which terms.
 *
 * @param title what participants see as the session's name
 * @param tick the size of a tick in points, one for all treatments, so that payoffs add up
 * @param blocks the blocks in the order of play, at least one
 * @param seats how many take part and what starts the first round
 * @param seed the seed the plan asks for, honoured in reproducible runs only: 64 hexadecimal digits are the seed itself,
 *     any other text stands for its SHA-256
 * @param pay how points become money
 * @param instructions what participants are told before the first round, in Markdown; empty for nothing of its own
 * @param staffing who plays where people are missing, and who may still come
 * @param forms what people fill out around the rounds
 * @param source the exact text the plan was read from
 */
public record Plan(
        String title,
        BigDecimal tick,
        List<Block> blocks,
        Seats seats,
        Optional<String> seed,
        Pay pay,
        String instructions,
        Staffing staffing,
        Forms forms,
        String source) {

    /** Copies the list; all treatments are on the plan's tick. */
    public Plan {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("blocks: [] (expected: at least one)");
        }
        for (Block block : blocks) {
            BigDecimal size = block.treatment().ticks().size();
            if (size.compareTo(tick) != 0) {
                throw new IllegalArgumentException("tick of "
                        + block.treatment().id() + ": " + size + " (expected: the plan's tick, " + tick + ")");
            }
        }
    }

    /** A plan in which nothing is filled out. */
    public Plan(
            String title,
            BigDecimal tick,
            List<Block> blocks,
            Seats seats,
            Optional<String> seed,
            Pay pay,
            String instructions,
            Staffing staffing,
            String source) {
        this(title, tick, blocks, seats, seed, pay, instructions, staffing, Forms.NONE, source);
    }

    /** How many rounds all blocks have together. */
    public int rounds() {
        return blocks.stream().mapToInt(Block::rounds).sum();
    }

    /**
     * With how many seats, at least {@code seats}, the markets of all blocks come out even; empty when it takes more than a
     * session may have.
     */
    public OptionalInt evenSeats(int seats) {
        long even = 1; // the least common multiple of the sizes so far
        for (Block block : blocks) {
            BigInteger size = BigInteger.valueOf(block.treatment().marketSize());
            even *= size.longValue() / size.gcd(BigInteger.valueOf(even)).longValue();
            if (even > PlanLimits.SEATS) {
                return OptionalInt.empty();
            }
        }
        long rounded = (seats + even - 1) / even * even;
        return rounded > PlanLimits.SEATS ? OptionalInt.empty() : OptionalInt.of((int) rounded);
    }

    /** How many seats play when all that are wanted are taken: with the bots that it takes for markets to come out even. */
    public int fullSeats() {
        return playedSeats(seats.wanted());
    }

    /** How many seats play when {@code taken} are taken: with the bots that it takes for markets to come out even. */
    public int playedSeats(int taken) {
        return staffing.evening().isPresent() ? evenSeats(taken).orElse(taken) : taken;
    }

    /** The treatments, each once, in the order of their first block. */
    public List<Treatment> treatments() {
        return blocks.stream().map(Block::treatment).distinct().toList();
    }

    /** Every game that may be played: the treatments, and where groups may be larger each with more bidders too. */
    public List<Treatment> games() {
        return treatments().stream()
                .flatMap(treatment -> games(treatment).stream())
                .toList();
    }

    /** The games of {@code treatment}: itself, and where groups may be larger the same with more bidders. */
    public List<Treatment> games(Treatment treatment) {
        return staffing.uneven() == Uneven.LARGER_GROUP
                ? IntStream.rangeClosed(treatment.marketSize(), largest(treatment))
                        .mapToObj(treatment::ofSize)
                        .toList()
                : List.of(treatment);
    }

    /** How many seats a group can have that takes in who is left over: twice as many as a market's make two. */
    public int largest(Treatment treatment) {
        int stated = treatment.marketSize();
        return StrictMath.max(stated, StrictMath.min(2 * stated - 1, seats.wanted()));
    }

    /** The strategies that may answer for a seat, each with the games that it has to know. */
    public Map<StandIn, List<Treatment>> standIns() {
        Map<StandIn, List<Treatment>> played = new LinkedHashMap<>();
        staffing.standIns().filter(StandIn::isStrategy).forEach(standIn -> played.put(standIn, games()));
        for (Treatment game : games()) {
            StandIn forMissing = game.absent().standIn();
            if (forMissing.isStrategy()
                    && !played.getOrDefault(forMissing, List.of()).contains(game)) {
                played.merge(
                        forMissing,
                        List.of(game),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        return played;
    }

    /**
     * The block that round {@code round} belongs to.
     *
     * @param round a round's number in the session, from 1
     * @throws IllegalArgumentException when the plan has no such round
     */
    public Block blockOf(int round) {
        return blocks.get(blockIndexOf(round));
    }

    /** The index of {@link #blockOf} among the blocks; blocks that say the same are told apart. */
    public int blockIndexOf(int round) {
        int first = 1;
        for (int index = 0; index < blocks.size(); index++) {
            int next = first + blocks.get(index).rounds();
            if (round >= first && round < next) {
                return index;
            }
            first = next;
        }
        throw new IllegalArgumentException("round: " + round + " (expected: from 1 to " + rounds() + ")");
    }
}
