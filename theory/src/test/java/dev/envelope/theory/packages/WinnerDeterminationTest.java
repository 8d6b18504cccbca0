package dev.envelope.theory.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WinnerDeterminationTest {

    @Test
    void theHighestTotalWins() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 40; round++) {
            XorBids bids = random(random, 5, 5, 4, 1e3);
            Award award = PackageAuction.award(bids, TieOrder.byIndex(5));
            assertThat(award.welfare()).isEqualTo(Enumeration.best(bids, bids.bidders()), within(1e-9));
        }
    }

    @Test
    void amongEqualTotalsTheFirstOfferInTheOrderOfTiesIsAccepted() {
        SplittableRandom random = new SplittableRandom(4);
        int moved = 0;
        for (int round = 0; round < 25; round++) {
            XorBids bids = random(random, 4, 4, 3, 4);
            TieOrder ties = TieOrder.of(2, 0, 3, 1);
            Award award = PackageAuction.award(bids, ties);
            assertThat(award).isEqualTo(Enumeration.first(bids, ties));
            assertThat(PackageAuction.award(bids, ties)).isEqualTo(award);
            moved += award.equals(PackageAuction.award(bids, TieOrder.byIndex(4))) ? 0 : 1;
        }
        assertThat(moved).isGreaterThan(2);
    }

    /** Whole amounts tie often; few items leave the table short, many items and few offers too. */
    @Test
    void theTableAndTheIntegerProgramSelectTheSameAward() {
        SplittableRandom random = new SplittableRandom(8);
        int tied = 0;
        for (int round = 0; round < 120; round++) {
            int bidders = 1 + random.nextInt(6);
            int items = 1 + random.nextInt(round % 2 == 0 ? 6 : 24);
            XorBids bids = random(random, items, bidders, random.nextInt(5), round % 3 == 0 ? 1e3 : 4);
            TieOrder ties = shuffled(random, bidders);
            assertThat(AwardTable.isShort(bids)).isTrue();
            Award award = new SetPacking(bids, ties).first();
            assertThat(new AwardTable(bids, ties).first()).isEqualTo(award);
            assertThat(new AwardTable(bids, ties).any().welfare())
                    .isEqualTo(new SetPacking(bids, ties).any().welfare(), within(1e-9));
            tied += award.equals(new AwardTable(bids, shuffled(random, bidders)).first()) ? 0 : 1;
        }
        assertThat(tied).isGreaterThan(2);
    }

    private static TieOrder shuffled(SplittableRandom random, int bidders) {
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < bidders; i++) {
            ranks.add(random.nextInt(i + 1), i);
        }
        return TieOrder.of(ranks.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A total short by 5e-12 of the whole is the same, one short by 2e-11 is not. */
    @Test
    void totalsApartByRoundingAreTheSame() {
        for (double less : List.of(5e-12, 2e-11)) {
            XorBids bids = new XorBids(
                    1,
                    List.of(List.of(new PackageBid(Bundle.of(0), 1)), List.of(new PackageBid(Bundle.of(0), 1 - less))));
            TieOrder ties = TieOrder.of(1, 0);
            Award award = new AwardTable(bids, ties).first();
            assertThat(award.isWinner(1)).isEqualTo(less < 1e-11);
            assertThat(new SetPacking(bids, ties).first()).isEqualTo(award);
            assertThat(new AwardTable(bids, ties).any().isWinner(0)).isTrue();
        }
    }

    @Test
    void theLargestInstanceIsSolved() {
        SplittableRandom random = new SplittableRandom(6);
        XorBids bids = random(random, XorBids.MAX_ITEMS, 60, 5, 1e3);
        assertThat(AwardTable.isShort(bids)).isFalse();
        Award award = PackageAuction.award(bids, TieOrder.byIndex(60));
        double greedy = 0;
        long given = 0;
        for (List<PackageBid> own : bids.bidders()) {
            Optional<PackageBid> next = Optional.empty();
            for (PackageBid bid : own) {
                next = (given & bid.bundle().members()) == 0 ? Optional.of(bid) : next;
            }
            given |= next.map(b -> b.bundle().members()).orElse(0L);
            greedy += next.map(PackageBid::amount).orElse(0.0);
        }
        assertThat(award.welfare()).isGreaterThan(greedy);
    }

    @Test
    void offersOfNothingAreNotAccepted() {
        XorBids bids = new XorBids(1, List.of(List.of(new PackageBid(Bundle.of(0), 0))));
        assertThat(PackageAuction.award(bids, TieOrder.byIndex(1)).isWinner(0)).isFalse();
        assertThat(PackageAuction.award(new XorBids(1, List.of(List.of())), TieOrder.byIndex(1))
                        .welfare())
                .isZero();
    }

    @Test
    void whatIsTooLargeOrWrongIsRefusedByName() {
        List<List<PackageBid>> many = Collections.nCopies(301, List.of(new PackageBid(Bundle.of(0), 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XorBids(1, many))
                .withMessage("bids: 301 (expected: at most 300)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XorBids(41, List.of(List.of())))
                .withMessage("items: 41 (expected: 1 to 40)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XorBids(2, List.of(List.of(new PackageBid(Bundle.of(0, 2), 1)))))
                .withMessage("bids[0]: {0, 2} (expected: objects from 0 to 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackageBid(Bundle.of(1), -1))
                .withMessage("bid for {1}: -1.0 (expected: a finite number of at least 0)");
        assertThatIllegalArgumentException().isThrownBy(Bundle::of).withMessageStartingWith("bundle: {}");
    }

    /** Offers for random packages, of whole amounts below {@code most} where that is small. */
    static XorBids random(SplittableRandom random, int items, int bidders, int offers, double most) {
        List<List<PackageBid>> all = new ArrayList<>();
        for (int i = 0; i < bidders; i++) {
            List<PackageBid> own = new ArrayList<>();
            for (int k = 0; k < offers; k++) {
                int size = 1 + random.nextInt(Math.min(items, 4));
                int[] members = new int[size];
                java.util.Arrays.setAll(members, j -> random.nextInt(items));
                Bundle bundle = Bundle.of(members);
                double amount = most < 10 ? 1 + random.nextInt((int) most) : random.nextDouble() * most * bundle.size();
                own.add(new PackageBid(bundle, amount));
            }
            all.add(own);
        }
        return new XorBids(items, all);
    }
}
