package dev.envelope.theory.bayes.ascent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bayes.shooting.BidderKind;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Unlike bidders in third-price auctions, against formulas, bounds over all deviations, and auctions played one by one. */
class AscentTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution WIDE = UniformDistribution.of(0, 1.2);
    private static final ValueDistribution SQUARE = PowerDistribution.of(2, 0, 1);
    private static final Effort EFFORT = new Effort(1e-5, 1 << 17);

    /** Ranks of each of two rivals that auctions are played at. */
    private static final int RANKS = 100;

    @Test
    void cutOffUniformsBidAsAlikeOnesDo() {
        List<BidderKind> kinds = List.of(new BidderKind(UNIT, 2), new BidderKind(WIDE, 1));
        Ascent found = found(kinds);
        assertThat(found.strategy(0).message(0.37)).isEqualTo(0.74, within(1e-6));
        assertThat(found.strategy(1).message(0.37)).isEqualTo(0.74, within(1e-6));
        assertThat(found.strategy(1).message(1.2)).isEqualTo(2.4, within(1e-5));
        nobodyGains(kinds, found);
    }

    @Test
    void bidsLeapWhereBiddersRunOutAndThreeAreLeft() {
        // x·(n−1)/(n−2) with n = 4 up to 1, n = 3 above.
        List<BidderKind> kinds = List.of(new BidderKind(UNIT, 1), new BidderKind(WIDE, 3));
        Ascent found = found(kinds);
        assertThat(found.strategy(0).message(1)).isEqualTo(1.5, within(1e-6));
        assertThat(found.strategy(1).message(0.9999)).isEqualTo(1.49985, within(1e-6));
        assertThat(found.strategy(1).message(1.0001)).isEqualTo(2.0002, within(1e-5));
        assertThat(found.strategy(1).message(1.15)).isEqualTo(2.3, within(1e-5));
        nobodyGains(kinds, found);
    }

    @Test
    void aStrongBidderAmongAlikeOnesIsFollowedToTheirHighestType() {
        // With x of F = x² and y of y/1.5, x = c·y and b = d·y: the second kind's condition y·F = ∫ b dF gives d = 3/2,
        // the first kind's
        // x·y − d·y²/2 = (y − x)·(d − 1)·y gives c = 5/6.
        List<BidderKind> kinds = List.of(new BidderKind(SQUARE, 2), new BidderKind(UniformDistribution.of(0, 1.5), 1));
        Ascent found = found(kinds);
        assertThat(found.strategy(0).message(0.8)).isEqualTo(1.44, within(1e-6));
        assertThat(found.strategy(1).message(0.8)).isEqualTo(1.2, within(1e-6));
        nobodyGains(kinds, found);
    }

    @Test
    void bidsThatAreNoLinesAreConfirmedByPlaying() {
        ValueDistribution falling = new TruncatedExponential(1, 0, 1.5);
        List<BidderKind> kinds = List.of(new BidderKind(UNIT, 2), new BidderKind(falling, 1));
        Ascent found = found(kinds);
        nobodyGains(kinds, found);
        List<ValueDistribution> types = List.of(UNIT, UNIT, falling);
        List<BidFunction> bids = List.of(found.strategy(0), found.strategy(0), found.strategy(1));
        // Means over ranks are off by 1e-4 or so; bids of alike bidders, 2x, lose more.
        for (double x : new double[] {0.3, 0.7, 1}) {
            assertThat(played(types, bids, 0, x)).isLessThan(1e-3);
            assertThat(played(types, bids, 2, x)).isLessThan(1e-3);
        }
        List<BidFunction> alike = Collections.nCopies(3, x -> 2 * x);
        assertThat(played(types, alike, 0, 0.9)).isGreaterThan(5e-3);
    }

    @Test
    void severalKindsRunOutOneAfterAnother() {
        List<BidderKind> kinds = List.of(
                new BidderKind(UniformDistribution.of(0, 1.4), 3), new BidderKind(WIDE, 2), new BidderKind(UNIT, 2));
        Ascent found = found(kinds);
        assertThat(found.strategy(2).message(0.5)).isEqualTo(0.6, within(1e-6));
        assertThat(found.strategy(1).message(1.1)).isEqualTo(1.1 * 4 / 3, within(1e-5));
        assertThat(found.strategy(0).message(1.3)).isEqualTo(2.6, within(1e-4));
    }

    @Test
    void twoThatAreLeftHaveNoBestBids() {
        assertThat(obstacle(new BidderKind(UNIT, 1), new BidderKind(WIDE, 2))).contains("only two bidders are left");
        assertThat(obstacle(new BidderKind(UNIT, 2), new BidderKind(WIDE, 2))).contains("only two bidders are left");
        assertThat(obstacle(new BidderKind(SQUARE, 2), new BidderKind(UNIT, 1))).contains("only two bidders are left");
    }

    @Test
    void whereNothingIsFoundItIsSaidWhere() {
        assertThat(obstacle(new BidderKind(UNIT, 2), new BidderKind(SQUARE, 1)))
                .contains("followed from the lowest type up, bids that rise with types end at");
        assertThat(obstacle(
                        new BidderKind(UNIT, 1),
                        new BidderKind(SQUARE, 1),
                        new BidderKind(PowerDistribution.of(3, 0, 1), 2)))
                .contains("would not outbid those");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Ascent.of(List.of(new BidderKind(UNIT, 2), new BidderKind(UniformDistribution.of(0.1, 1), 1))))
                .withMessageContaining("the same lowest type");
    }

    private static Ascent found(List<BidderKind> kinds) {
        Ascent found = Ascent.of(kinds);
        assertThat(found.obstacle()).isEmpty();
        return found;
    }

    private static String obstacle(BidderKind... kinds) {
        return Ascent.of(List.of(kinds)).obstacle().orElseThrow();
    }

    private static void nobodyGains(List<BidderKind> kinds, Ascent found) {
        List<ValueDistribution> types = new ArrayList<>();
        List<BidFunction> bids = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            types.addAll(
                    Collections.nCopies(kinds.get(kind).count(), kinds.get(kind).type()));
            bids.addAll(Collections.nCopies(kinds.get(kind).count(), found.strategy(kind)));
        }
        BayesianGame game = new BayesianGame(ThirdPriceAuction.of(types.size()), types);
        assertThat(GainBound.of(game, bids, EFFORT).bound()).isBetween(0.0, 1.5e-5);
    }

    /** What type {@code x} of one of three gains by the best of many bids, in auctions against evenly spaced ranks of both rivals. */
    private static double played(List<ValueDistribution> types, List<BidFunction> bids, int agent, double x) {
        double own = earned(types, bids, agent, x, bids.get(agent).message(x));
        double best = own;
        for (int i = 1; i < 60; i++) {
            best = Math.max(best, earned(types, bids, agent, x, i / 15.0));
        }
        return best - own;
    }

    private static double earned(
            List<ValueDistribution> types, List<BidFunction> bids, int agent, double x, double bid) {
        int first = agent == 0 ? 1 : 0;
        int second = 3 - agent - first;
        double sum = 0;
        double[] profile = new double[3];
        profile[agent] = bid;
        for (int i = 0; i < RANKS; i++) {
            profile[first] = bids.get(first).message(types.get(first).quantile((i + 0.5) / RANKS));
            for (int j = 0; j < RANKS; j++) {
                profile[second] = bids.get(second).message(types.get(second).quantile((j + 0.5) / RANKS));
                MarketOutcome outcome = ThirdPriceAuction.of(3).outcome(profile, TieOrder.byIndex(3));
                sum += x * outcome.units(agent) - outcome.payment(agent);
            }
        }
        return sum / RANKS / RANKS;
    }
}
