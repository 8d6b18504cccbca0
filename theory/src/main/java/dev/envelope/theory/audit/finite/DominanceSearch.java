package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether what bidders send is a best reply whatever the others bid: to every bid that is tried, not only to what some type of theirs sends.
 * Where there are too many such profiles, fewer bids of the others are gone through, and what is not found then is open, unless all say the
 * truth. Checked by {@code DominanceSearchTest}.
 */
final class DominanceSearch {

    /** How many agents' outcomes are looked at at most, for one agent. */
    private static final double MOST = 3_000_000;

    /** What was looked at where all was. */
    static final String ALL = "and all bids of the others that rank otherwise";

    /** What was looked at for certain where that would be too much. */
    static final String VALUES =
            "of the others only bids of what it is worth to them, for there are too many to go through all";

    private final AuditedPlay play;
    private final double rounding;

    /**
     * The search through what may be sent in {@code play}, in which messages are bids.
     *
     * @param rounding the gain in money that counts as none
     */
    DominanceSearch(AuditedPlay play, double rounding) {
        this.play = play;
        this.rounding = rounding;
    }

    /**
     * {@code exPost}, the verdict where the others send what their types should, unless others' bids say more.
     *
     * @param isTruth whether all that is sent are types
     */
    Verdict verdict(Verdict exPost, double tolerance, boolean isTruth) {
        if (exPost.ruling() == Ruling.FAILS) {
            return exPost;
        }
        if (play.game().mechanism().hasExternality()) {
            return open(
                    exPost,
                    "other bids of the others are not gone through where it counts what they are worth to them");
        }
        Verdict verdict = exPost;
        boolean isAll = true;
        for (int agent = 0; agent < play.strategies().size(); agent++) {
            if (play.firstLike(agent) == agent) {
                Against all = against(agent, play.tried(agent));
                Against some = all.isFeasible() ? all : against(agent, landmarks());
                isAll &= all.isFeasible();
                verdict = some.isFeasible() ? verdict.orWorse(verdict(some, exPost, tolerance)) : verdict;
            }
        }
        if (verdict.ruling() == Ruling.FAILS) {
            return verdict;
        }
        if (isAll) {
            return verdict.with(ALL);
        }
        return isTruth ? verdict.with(VALUES) : open(verdict, "there are too many bids of the others to go through");
    }

    private static Verdict open(Verdict verdict, String why) {
        return verdict.withRuling(Ruling.UNDECIDED).with(why);
    }

    private Verdict verdict(Against against, Verdict exPost, double tolerance) {
        AgentPlay search = new AgentPlay(against.play(), against.agent(), rounding);
        search.play(new PlayedProfile(play.game().mechanism()));
        Verdict found = search.gain.verdict(exPost.property(), tolerance, exPost.evidence());
        return found.ruling() == Ruling.FAILS ? found.at(against.witness(found.witness())) : exPost;
    }

    /** The same play where every other agent bids any of {@code bids} that is a number, each as likely. */
    private Against against(int agent, List<Double> bids) {
        TreeSet<Double> numbers = new TreeSet<>();
        bids.stream().filter(bid -> !Double.isNaN(bid)).forEach(bid -> numbers.add(bid + 0.0));
        DiscreteDistribution each = new DiscreteDistribution(
                List.copyOf(numbers), Collections.nCopies(numbers.size(), 1.0 / numbers.size()));
        List<DiscreteDistribution> types =
                new ArrayList<>(Collections.nCopies(play.strategies().size(), each));
        List<BidFunction> strategies = new ArrayList<>(Collections.nCopies(types.size(), BidFunction.TRUTH));
        types.set(agent, play.game().types().get(agent));
        strategies.set(agent, play.strategies().get(agent));
        FiniteGame game =
                new FiniteGame(play.game().mechanism(), types, play.game().utility());
        return new Against(AuditedPlay.of(game, strategies, play.settings(), play.bids()), agent);
    }

    /** What is bid, and what is beyond all. */
    private List<Double> landmarks() {
        List<Double> bids = new ArrayList<>();
        for (int j = 0; j < play.strategies().size(); j++) {
            for (double type : play.game().types().get(j).points()) {
                double sent = play.sent(j, type);
                bids.add(Double.isNaN(sent) ? type : sent);
            }
        }
        double lowest = Collections.min(bids);
        double highest = Collections.max(bids);
        double margin = Math.max(1, highest - lowest);
        bids.add(play.bids().nearest(lowest - margin));
        bids.add(play.bids().nearest(highest + margin));
        return bids;
    }

    /**
     * A play in which what the others send is drawn.
     *
     * @param agent who is of the types that there are
     */
    private record Against(AuditedPlay play, int agent) {

        boolean isFeasible() {
            return play.game().profilesOfOthers(agent, play::firstLike)
                            * play.tried(agent).size()
                            * play.strategies().size()
                    <= MOST;
        }

        /** {@code found} with what the others send in its profile. */
        Witness witness(Witness found) {
            List<Double> others = new ArrayList<>();
            for (int j = 0; j < found.profile().size(); j++) {
                if (j != agent) {
                    others.add(found.profile().get(j));
                }
            }
            return found.at(List.of()).whereOthersSend(others);
        }
    }
}
