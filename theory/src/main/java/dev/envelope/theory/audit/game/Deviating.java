package dev.envelope.theory.audit.game;

import dev.envelope.theory.audit.interim.Candidates;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.mechanism.MarketOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which agents try other messages at a profile: all of them where that is {@value #MOST} messages to read at most in the whole search,
 * otherwise as many as that allows. The first to be chosen are those of the highest and the lowest type among alike agents that get the
 * same; then everybody in turn.
 */
final class Deviating {

    /** How many messages may be read in the whole search: outcomes times the agents whose messages each is of. */
    private static final double MOST = 5e7;

    /** Up to so many agents all of them deviate everywhere. */
    private static final int ALWAYS = 8;

    private final AlikeAgents alike;
    private final int agents;
    private final int each;
    private int turn;
    private int looked;

    private Deviating(AlikeAgents alike, int agents, int each) {
        this.alike = alike;
        this.agents = agents;
        this.each = each;
    }

    /** Those of a search of {@code profiles} profiles in which each agent tries its {@code candidates}. */
    static Deviating of(List<Candidates> candidates, AlikeAgents alike, int profiles) {
        int agents = candidates.size();
        double messages = candidates.stream()
                .mapToInt(each -> each.messages().length)
                .average()
                .orElseThrow();
        double each = MOST / (2.0 * profiles * messages * agents);
        return new Deviating(alike, agents, agents <= ALWAYS ? agents : (int) Math.max(2, Math.min(agents, each)));
    }

    /** The agents that deviate at the next profile, {@code types}, where {@code outcome} is what happens. */
    List<Integer> next(double[] types, MarketOutcome outcome) {
        if (each == agents) {
            return IntStream.range(0, agents).boxed().toList();
        }
        List<Integer> extremes = extremes(types, outcome);
        int before = looked++ * (each / 2);
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int c = 0; c < Math.min(each / 2, extremes.size()); c++) {
            chosen.add(extremes.get((before + c) % extremes.size()));
        }
        while (chosen.size() < each) {
            chosen.add(turn);
            turn = (turn + 1) % agents;
        }
        return List.copyOf(chosen);
    }

    /** Of alike agents that get the same, those of the highest and the lowest type. */
    private List<Integer> extremes(double[] types, MarketOutcome outcome) {
        Map<Integer, int[]> found = new TreeMap<>();
        for (int i = 0; i < agents; i++) {
            int agent = i;
            int[] ends = found.computeIfAbsent(3 * alike.group(i) + outcome.units(i), key -> new int[] {agent, agent});
            ends[0] = types[i] > types[ends[0]] ? i : ends[0];
            ends[1] = types[i] < types[ends[1]] ? i : ends[1];
        }
        List<Integer> extremes = new ArrayList<>();
        found.values().forEach(ends -> {
            extremes.add(ends[0]);
            if (ends[1] != ends[0]) {
                extremes.add(ends[1]);
            }
        });
        return extremes;
    }

    /** In words, how many deviate in each profile; empty where all do. */
    String restriction() {
        return each == agents ? "" : ", in each of which " + each + " of " + agents + " agents deviate";
    }
}
