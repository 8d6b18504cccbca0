package dev.envelope.game.session;

import dev.envelope.game.market.MarketValues;
import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.setup.PlayedBlock;
import dev.envelope.game.session.state.SessionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who meets whom in which role, and with which values. */
final class Dealing {

    private Dealing() {}

    /** The deal of round {@code round}: the groups of the matchmaking; who is in none sits out. */
    static Event.RoundDealt deal(SessionState state, long atMillis, int round) {
        PlayedBlock block = state.setup().blockOf(round);
        int inBlock = block.roundInBlock(round);
        int[] present = state.seating().playing();
        boolean listed = block.treatment().matching() == Matching.FIXED_LIST;
        int[] playing = listed ? IntStream.range(0, state.seatNumbers()).toArray() : present; // lists name seats
        int matched = listed ? playing.length : matched(state, block, inBlock, playing.length);
        boolean leaves = state.plan().pay().bankruptcy() == Bankruptcy.SIT_OUT;
        List<int[]> groups = block.matchmaking()
                .groups(
                        inBlock,
                        matched,
                        player -> (leaves && !state.isSolvent(playing[player]))
                                || (listed && Arrays.stream(present).noneMatch(seat -> seat == player)));
        double[] uniforms = block.draws().uniforms(inBlock, state.seatNumbers());
        double[] common = block.hasCommonPart()
                ? block.draws().commonUniforms(inBlock, groups.size())
                : new double[groups.size()];
        List<Event.DealtMarket> markets = new ArrayList<>(groups.size());
        for (int market = 0; market < groups.size(); market++) {
            int[] members = Arrays.stream(groups.get(market))
                    .map(player -> playing[player])
                    .toArray();
            MarketValues values = block.game(members.length).values();
            markets.add(dealt(members, values.draw(inBlock, common[market], uniforms, members)));
        }
        return new Event.RoundDealt(atMillis, round, markets);
    }

    /**
     * How many of the seats that play are matched. Who comes in the middle of a block whose groups were made for all its
     * rounds waits for the next one: the groups stay as they are.
     */
    private static int matched(SessionState state, PlayedBlock block, int inBlock, int playing) {
        return inBlock == 0 || block.treatment().matching() == Matching.RANDOM_STRANGERS
                ? playing
                : state.progress().blockPlayers();
    }

    private static Event.DealtMarket dealt(int[] members, MarketValues.Drawn values) {
        List<Event.DealtSeat> group = new ArrayList<>(members.length);
        for (int agent = 0; agent < members.length; agent++) {
            group.add(new Event.DealtSeat(members[agent], values.told().get(agent)));
        }
        return new Event.DealtMarket(group, values.common());
    }
}
