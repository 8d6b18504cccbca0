package dev.envelope.game.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    private static void assertNobodyMeetsTwice(Schedule schedule) {
        boolean[][] met = new boolean[schedule.places()][schedule.places()];
        for (int round = 0; round < schedule.rounds(); round++) {
            int[] order = schedule.order(round);
            assertThat(Arrays.stream(order).sorted().toArray())
                    .isEqualTo(IntStream.range(0, schedule.places()).toArray());
            for (int first = 0; first + schedule.size() <= order.length; first += schedule.size()) {
                for (int i = first; i < first + schedule.size(); i++) {
                    for (int j = first; j < i; j++) {
                        assertThat(met[order[i]][order[j]])
                                .as("%s and %s in round %s", order[i], order[j], round)
                                .isFalse();
                        met[order[i]][order[j]] = true;
                        met[order[j]][order[i]] = true;
                    }
                }
            }
        }
    }

    @Test
    void nobodyMeetsTwiceWhateverTheNumbers() {
        for (int size = 2; size <= 6; size++) {
            for (int places = size; places <= 40; places++) {
                Schedule schedule = Schedule.of(places, size, 1_000);
                assertNobodyMeetsTwice(schedule);
                assertThat(schedule.rounds()).isBetween(1, Schedule.atMost(places, size));
            }
        }
    }

    /** Known maxima: round robins, Kirkman triples, affine planes and lines in affine spaces (Colbourn and Dinitz 2007, I.1 and II.7). */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 1",
        "8, 2, 7",
        "9, 2, 9",
        "60, 2, 59",
        "9, 3, 4",
        "27, 3, 13",
        "15, 3, 7",
        "21, 3, 10",
        "39, 3, 19",
        "57, 3, 28",
        "63, 3, 31",
        "16, 4, 5",
        "25, 5, 6",
        "49, 7, 8",
        "64, 8, 9",
        "81, 9, 10",
        "64, 4, 21"
    })
    void theLongestSchedulesAreFoundWhereTheyAreKnown(int places, int size, int rounds) {
        assertThat(Schedule.atMost(places, size)).isEqualTo(rounds);
        Schedule schedule = Schedule.of(places, size, rounds + 5);
        assertThat(schedule.rounds()).isEqualTo(rounds);
        assertNobodyMeetsTwice(schedule);
    }

    /** A journal is replayed with the schedule that it was played with: no block that could be played before gets another. */
    @Test
    void onlyWhatWasTooLongIsPlayedAsTheSchoolgirlsDo() {
        FiniteRing ring = FiniteRing.of(5);
        Schedule before = Schedule.of(15, 3, 5);
        Schedule longest = Schedule.of(15, 3, 7);

        for (int round = 0; round < 5; round++) {
            assertThat(before.order(round)).isEqualTo(TransversalDesign.order(ring, 5, 3, round));
            assertThat(longest.order(round)).isEqualTo(KirkmanTriples.rounds(15).get(round));
        }
    }

    /** As many rounds as a class needs, in numbers that have no design. */
    @ParameterizedTest
    @CsvSource({"12, 3, 4", "18, 3, 6", "24, 4, 5", "30, 3, 10", "30, 5, 4", "60, 4, 12", "20, 4, 4", "31, 3, 10"})
    void otherNumbersHaveEnoughRoundsForAClass(int places, int size, int rounds) {
        assertThat(Schedule.of(places, size, 1_000).rounds()).isGreaterThanOrEqualTo(rounds);
    }

    @Test
    void whoIsLeftOverTakesTurns() {
        Schedule schedule = Schedule.of(14, 3, 4);
        int[] sat = new int[14];
        for (int round = 0; round < schedule.rounds(); round++) {
            int[] order = schedule.order(round);
            sat[order[12]]++;
            sat[order[13]]++;
        }
        assertThat(schedule.rounds()).isEqualTo(4);
        assertThat(Arrays.stream(sat).max()).hasValue(1);
    }

    @Test
    void theSameNumbersGiveTheSameSchedule() {
        Schedule one = Schedule.of(22, 3, 8);
        Schedule other = Schedule.of(22, 3, 8);
        for (int round = 0; round < one.rounds(); round++) {
            assertThat(one.order(round)).isEqualTo(other.order(round));
        }
    }

    @Test
    void groupsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Schedule.of(3, 4, 1)).hasMessageContaining("size: 4 of 3 places");
        assertThatThrownBy(() -> Schedule.of(3, 1, 1)).hasMessageContaining("size: 1");
    }
}
