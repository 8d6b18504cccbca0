package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.enumeration.Enumeration;
import dev.envelope.theory.audit.enumeration.ProfileFaults;
import dev.envelope.theory.finite.demand.DemandGame;
import dev.envelope.theory.finite.demand.DemandType;
import dev.envelope.theory.finite.demand.WantedPackages;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An incentive audit of bidders with finitely many types that want several units or packages and bid what these are worth to them, by playing
 * the auction at every profile with every message that ranks otherwise: exact but for rounding, ties being broken at random. Checked by {@code
 * DemandAuditTest}.
 */
public final class DemandAudit {

    private static final double ROUNDING = 1e-12;

    /** Which bids of the others were looked at where they could be. */
    private static final String LANDMARKS =
            "and the others' bids of any values that there are, the reserve, the lowest and what is beyond all, or nothing";

    private final DemandGame game;
    private final AdmittedBids bids;
    private final Utility utility;
    private final double rounding;
    private final double tolerance;

    private DemandAudit(DemandGame game, Utility utility, AuditSettings settings, AdmittedBids bids) {
        this.game = game;
        this.bids = bids;
        this.utility = utility;
        double size = size(game);
        this.rounding = ROUNDING * size;
        this.tolerance = settings.tolerance() * size;
    }

    /**
     * The audit where everybody bids its values.
     *
     * @param utility the bidders' common utility of gains in money
     * @param settings of which the tolerance counts
     * @param bids the bids that are deviations
     * @throws IllegalArgumentException where there are too many profiles to go through
     */
    public static AuditReport ofTruth(DemandGame game, Utility utility, AuditSettings settings, AdmittedBids bids) {
        return new DemandAudit(game, utility, settings, bids).report();
    }

    /** The most that a bidder may want to have is worth to it. */
    private static double size(DemandGame game) {
        double size = 0;
        for (int i = 0; i < game.bidders(); i++) {
            for (DemandType type : game.types(i)) {
                size = Math.max(
                        size,
                        type.values().stream().mapToDouble(Double::doubleValue).sum());
            }
        }
        return size;
    }

    private AuditReport report() {
        check(1);
        List<DemandTried> tried = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < game.bidders(); i++) {
            int first = game.firstLike(i);
            tried.add(first < i ? tried.get(first) : DemandTried.of(game, i, bids));
            most = Math.max(most, tried.get(i).messages().size());
        }
        check(most);
        ProfileFaults faults = new ProfileFaults();
        List<BidderPlay> plays = new ArrayList<>();
        for (int i = 0; i < game.bidders(); i++) {
            int first = game.firstLike(i);
            if (first < i) {
                plays.add(plays.get(first));
            } else {
                BidderPlay play = BidderPlay.againstTypes(game, i, tried.get(i).messages(), utility, rounding, faults);
                play.play();
                plays.add(play);
            }
        }
        Enumeration<BidderPlay> all = new Enumeration<>(plays, game::firstLike, faults, tolerance, "all profiles");
        return all.report(all.agents(), verdicts(all, tried));
    }

    private void check(int messages) {
        game.obstacle(messages).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
    }

    private List<Verdict> verdicts(Enumeration<BidderPlay> all, List<DemandTried> tried) {
        String messages = (game.wanted() == 1 ? "every offer" : "every list of bids") + bids.inWords()
                + " that ranks otherwise among what others bid";
        Verdict incentives = ofAllBids(all.incentives(Property.BAYESIAN_INCENTIVES, messages));
        Verdict exPost = all.dominant(messages);
        return List.of(
                truthful(incentives.as(Property.TRUTHFUL)),
                incentives,
                exPost.ruling() == Ruling.FAILS ? exPost : ofAllBids(dominant(tried, exPost)),
                all.worst(play -> play.shortfall().verdict(Property.INTERIM_RATIONALITY, tolerance, "all types")));
    }

    /** {@code truthful}, unless there are values that are no bids. */
    private Verdict truthful(Verdict truthful) {
        List<List<Double>> values = IntStream.range(0, game.bidders())
                .mapToObj(i -> game.types(i).stream()
                        .flatMap(type -> type.values().stream())
                        .toList())
                .toList();
        return new SayableTypes(values, bids).said(truthful);
    }

    /** {@code verdict}, which is open where it holds of the bids that are tried and what is paid may turn between these. */
    private Verdict ofAllBids(Verdict verdict) {
        boolean mayTurn = game instanceof WantedPackages packages
                && packages.auction().pricing().isCoreSelecting();
        return mayTurn && verdict.ruling() == Ruling.HOLDS
                ? verdict.withRuling(Ruling.UNDECIDED)
                        .with("payments in the core may rise and fall with one's own bid between those that are tried")
                : verdict;
    }

    /** {@code exPost}, unless bids of the others that are not their values say more, as far as they can be gone through. */
    private Verdict dominant(List<DemandTried> tried, Verdict exPost) {
        List<List<List<Double>>> sent = tried.stream().map(this::ofOthers).toList();
        Verdict verdict = exPost;
        boolean isAll = true;
        for (int i = 0; i < game.bidders(); i++) {
            if (game.firstLike(i) == i) {
                List<List<Double>> own = tried.get(i).messages();
                Optional<Verdict> all = against(BiddingGame.of(game, i, sent), i, own, exPost);
                isAll &= all.isPresent();
                verdict = verdict.orWorse(all.orElse(exPost));
                for (int j = 0; j < game.bidders() && all.isEmpty(); j++) {
                    if (j != i) {
                        verdict = verdict.orWorse(
                                against(sole(i, j, sent.get(j)), i, own, exPost).orElse(exPost));
                    }
                }
            }
        }
        if (verdict.ruling() == Ruling.FAILS) {
            return verdict;
        }
        if (isAll) {
            return verdict.with(LANDMARKS);
        }
        return DominantByRules.provesTruth(game)
                ? verdict.with(DominantByRules.EVIDENCE)
                : verdict.withRuling(Ruling.UNDECIDED).with(DominanceSearch.TOO_MANY);
    }

    /** What others try to send, as near as there are bids. */
    private List<List<Double>> ofOthers(DemandTried tried) {
        return tried.ofOthers().stream()
                .map(message -> message.stream().map(bids::nearest).toList())
                .distinct()
                .toList();
    }

    /** The sale in which {@code bidder} and one other bid, and the rest abstain. */
    private DemandGame sole(int bidder, int other, List<List<Double>> sent) {
        List<List<List<Double>>> all = new ArrayList<>(Collections.nCopies(game.bidders(), List.of(List.of())));
        all.set(other, sent);
        return BiddingGame.of(game, bidder, all);
    }

    /** {@code exPost}, or that it fails in {@code bidding}; empty where there is too much to go through. */
    private Optional<Verdict> against(DemandGame bidding, int bidder, List<List<Double>> own, Verdict exPost) {
        if (bidding.others(bidder).count() * own.size() * game.slowness() > DemandGame.MOST_OUTCOMES) {
            return Optional.empty();
        }
        BidderPlay play = BidderPlay.againstBids(bidding, bidder, own, utility, rounding);
        play.play();
        Verdict found = play.gain().verdict(exPost.property(), tolerance, exPost.evidence());
        return Optional.of(found.ruling() == Ruling.FAILS ? found : exPost);
    }
}
