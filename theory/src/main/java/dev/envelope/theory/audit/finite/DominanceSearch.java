package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.Witness;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether what bidders send is a best reply whatever the others bid: to every bid that is tried, not only to what some type of theirs sends.
 * Where there are too many such profiles, fewer are gone through, and what is not found then is open, unless the rules {@linkplain
 * DominantByRules prove} it. Checked by {@code DominanceSearchTest}.
 */
final class DominanceSearch {

    /** How many agents' outcomes are looked at at most, for one agent. */
    private static final double MOST = 3_000_000;

    /** What was looked at where all was. */
    static final String ALL = "and all bids of the others that rank otherwise";

    /** Why it is open what was not. */
    static final String TOO_MANY = "there are too many bids of the others to go through";

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

    /** {@code exPost}, the verdict where the others send what their types should, unless others' bids say more. */
    Verdict verdict(Verdict exPost, double tolerance) {
        if (exPost.ruling() == Ruling.FAILS) {
            return exPost;
        }
        if (play.game().mechanism().hasExternality()) {
            return DominantByRules.proves(play)
                    ? exPost.with(DominantByRules.EVIDENCE)
                    : open(
                            exPost,
                            "other bids of the others are not gone through where it counts what they are worth to them");
        }
        Verdict verdict = exPost;
        boolean isAll = true;
        for (int agent = 0; agent < play.strategies().size(); agent++) {
            if (play.firstLike(agent) == agent) {
                Against all = against(agent, any(play.tried(agent)));
                isAll &= all.isFeasible();
                verdict = verdict.orWorse(
                        all.isFeasible() ? verdict(all, exPost, tolerance) : some(agent, exPost, tolerance));
            }
        }
        if (verdict.ruling() == Ruling.FAILS) {
            return verdict;
        }
        if (isAll) {
            return verdict.with(ALL);
        }
        return DominantByRules.proves(play) ? verdict.with(DominantByRules.EVIDENCE) : open(verdict, TOO_MANY);
    }

    /** The verdict where few bids of the others, or few profiles of them, are gone through. */
    private Verdict some(int agent, Verdict exPost, double tolerance) {
        Sent few = any(landmarks());
        Against each = against(agent, few);
        if (each.isFeasible()) {
            return verdict(each, exPost, tolerance);
        }
        Verdict verdict = exPost;
        for (double rest : few.bids().points()) {
            Against one = against(agent, few.whereAllButOneSend(rest));
            if (one.isFeasible(few.bids().size())) {
                verdict = verdict.orWorse(verdict(one, exPost, tolerance));
            }
        }
        return verdict;
    }

    private static Verdict open(Verdict verdict, String why) {
        return verdict.withRuling(Ruling.UNDECIDED).with(why);
    }

    private Verdict verdict(Against against, Verdict exPost, double tolerance) {
        AgentPlay search = new AgentPlay(against.play(), against.agent(), rounding, new ProfileFaults());
        search.play();
        Verdict found = search.gain().verdict(exPost.property(), tolerance, exPost.evidence());
        return found.ruling() == Ruling.FAILS ? found.at(against.witness(found.witness())) : exPost;
    }

    /** Any of {@code bids} that is a number, and nothing where agents may abstain, each as likely. */
    private Sent any(List<Double> bids) {
        TreeSet<Double> numbers = new TreeSet<>();
        bids.stream().filter(bid -> !Double.isNaN(bid)).forEach(bid -> numbers.add(bid + 0.0));
        double nothing = numbers.first() - Math.max(1, Math.abs(numbers.first()));
        if (play.game().mechanism().mayAbstain()) {
            numbers.add(nothing);
        }
        DiscreteDistribution each = new DiscreteDistribution(
                List.copyOf(numbers), Collections.nCopies(numbers.size(), 1.0 / numbers.size()));
        return new Sent(each, each, nothing);
    }

    /** The same play where the other agents send {@code sent}. */
    private Against against(int agent, Sent sent) {
        int agents = play.strategies().size();
        List<DiscreteDistribution> types = new ArrayList<>(Collections.nCopies(agents, sent.ofOthers()));
        List<BidFunction> strategies = new ArrayList<>(Collections.nCopies(agents, sent::message));
        types.set(agent == 0 ? agents - 1 : 0, sent.bids());
        types.set(agent, play.game().types().get(agent));
        strategies.set(agent, play.strategies().get(agent));
        FiniteGame game =
                new FiniteGame(play.game().mechanism(), types, play.game().utility());
        return new Against(AuditedPlay.of(game, strategies, play.settings(), play.bids()), agent, sent);
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
     * What others send: numbers of one distribution, and of another.
     *
     * @param bids what one of them sends
     * @param ofOthers what the rest send
     * @param nothing the number that stands for none, below all that do not
     */
    private record Sent(DiscreteDistribution bids, DiscreteDistribution ofOthers, double nothing) {

        double message(double bid) {
            return bid == nothing ? Mechanism.ABSTAIN : bid;
        }

        Sent whereAllButOneSend(double bid) {
            return new Sent(bids, DiscreteDistribution.point(bid), nothing);
        }
    }

    /**
     * A play in which what the others send is drawn.
     *
     * @param agent who is of the types that there are
     */
    private record Against(AuditedPlay play, int agent, Sent sent) {

        boolean isFeasible() {
            return isFeasible(1);
        }

        /** Whether as many as {@code plays} of this size are. */
        boolean isFeasible(int plays) {
            return play.game().profilesOfOthers(agent, play::firstLike)
                            * play.tried(agent).size()
                            * play.strategies().size()
                    <= MOST / plays;
        }

        /** {@code found} with what the others send in its profile. */
        Witness witness(Witness found) {
            List<Double> others = new ArrayList<>();
            for (int j = 0; j < found.profile().size(); j++) {
                if (j != agent) {
                    others.add(sent.message(found.profile().get(j)));
                }
            }
            return found.at(List.of()).whereOthersSend(others);
        }
    }
}
