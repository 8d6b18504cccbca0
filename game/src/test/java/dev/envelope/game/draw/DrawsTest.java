package dev.envelope.game.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden numbers were computed with Python's hashlib and hmac and with OpenSSL's aes-256-ecb, from the definition. */
class DrawsTest {

    private static final SessionSeed SEED = SessionSeed.of(7);
    private static final BlockDraws DRAWS = BlockDraws.of(SEED, "a");

    @Test
    void aSeedsTextStandsForItsSha256() {
        assertThat(SEED.seedHex()).isEqualTo("7902699be42c8a8e46fbbb4501726517e86b22c56a189f7625a6da49081b2451");
        assertThat(SEED.commitment()).isEqualTo("99e44e109c3fbfd8c1bbfb3e6b22ff8ca853e8e81ef5a5b1409e4d856f38d124");
        assertThat(SessionSeed.of(SEED.seedHex()).commitment()).isEqualTo(SEED.commitment());
        assertThat(SessionSeed.parse(SEED.seedHex(), SEED.nonceHex()).commitment())
                .isEqualTo(SEED.commitment());
    }

    @Test
    void aSeedHas32Bytes() {
        assertThatThrownBy(() -> SessionSeed.of(new byte[31], new byte[32])).hasMessageContaining("seed: 31 bytes");
        assertThatThrownBy(() -> SessionSeed.parse(SEED.seedHex(), "00")).hasMessageContaining("nonce: 1 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1f8be9d55f2f90fae01d912425c3ae98",
        "0, 1, 0, 816b644cd44098cd9506da9916614d97",
        "3, 999, 0, d8a89f2ba01baa21bf1ae53714754585",
        "2147483647, 5, 7, 696ab2c2154a7d2c1c4bc3b8934dc6dd"
    })
    void blocksAreAesOfTheirPosition(int round, int position, long index, String expected) {
        byte[] block = SEED.stream("values/a").block(round, position, index);
        assertThat(HexFormat.of().formatHex(block)).isEqualTo(expected);
    }

    @Test
    void uniformsAreTheGoldenOnes() {
        assertThat(DRAWS.uniforms(2, 4))
                .containsExactly(0.034196241392563165, 0.9440544566644063, 0.25127188778541787, 0.9496172016046174);
    }

    @Test
    void thePermutationIsTheGoldenOne() {
        assertThat(DRAWS.permutation(1, 10)).containsExactly(1, 6, 7, 4, 9, 0, 2, 5, 8, 3);
    }

    @Test
    void theTieOrderIsTheGoldenOne() {
        TieOrder order = BlockDraws.tieOrder(DRAWS.tieWords(4, 6), new int[] {5, 0, 3, 2});
        assertThat(new int[] {order.rank(0), order.rank(1), order.rank(2), order.rank(3)})
                .containsExactly(3, 2, 0, 1);
    }

    @Test
    void theSaltIsTheGoldenOne() {
        assertThat(ReceiptSalts.of(SEED).salt(3))
                .isEqualTo("21362af9bff10a65331b8f40347c38d887292918e5d52edcaf185c81bfc0ea45");
    }

    @Test
    void seatsThatComeLateChangeNobodysDraws() {
        assertThat(Arrays.copyOf(DRAWS.uniforms(9, 50), 7)).isEqualTo(DRAWS.uniforms(9, 7));
        assertThat(Arrays.copyOf(DRAWS.tieWords(9, 50), 7)).isEqualTo(DRAWS.tieWords(9, 7));
    }

    @Test
    void labelsPurposesAndSeedsDrawDifferently() {
        assertThat(BlockDraws.of(SEED, "b").uniforms(0, 3)).isNotEqualTo(DRAWS.uniforms(0, 3));
        assertThat(BlockDraws.of(SessionSeed.of(8), "a").uniforms(0, 3)).isNotEqualTo(DRAWS.uniforms(0, 3));
        assertThat(DRAWS.uniforms(1, 3)).isNotEqualTo(DRAWS.uniforms(0, 3));
        assertThat(DRAWS.tieWords(0, 1)[0]).isNotEqualTo(SEED.stream("values/a").word(0, 0, 0));
    }

    /** Pearson's test on 100 cells: the 99.99 % quantile of χ² with 99 degrees of freedom is 161.3; the seed is fixed. */
    @Test
    void uniformsAreUniform() {
        int[] cells = new int[100];
        for (int round = 0; round < 1_000; round++) {
            for (double u : DRAWS.uniforms(round, 100)) {
                assertThat(u >= 0 && u < 1).isTrue();
                cells[(int) (u * 100)]++;
            }
        }
        assertThat(chiSquare(cells, 1_000)).isLessThan(161.3);
    }

    /** Pearson's test on the 24 orders of 4: the 99.99 % quantile of χ² with 23 degrees of freedom is 56.0. */
    @Test
    void permutationsAreEquallyLikely() {
        int[] matching = new int[256];
        int[] ties = new int[256];
        for (int round = 0; round < 24_000; round++) {
            int[] order = DRAWS.permutation(round, 4);
            matching[order[0] * 64 + order[1] * 16 + order[2] * 4 + order[3]]++;
            TieOrder tie = BlockDraws.tieOrder(DRAWS.tieWords(round, 4), new int[] {0, 1, 2, 3});
            ties[tie.rank(0) * 64 + tie.rank(1) * 16 + tie.rank(2) * 4 + tie.rank(3)]++;
        }
        assertThat(chiSquare(Arrays.stream(matching).filter(c -> c > 0).toArray(), 1_000))
                .isLessThan(56);
        assertThat(chiSquare(Arrays.stream(ties).filter(c -> c > 0).toArray(), 1_000))
                .isLessThan(56);
        assertThat(Arrays.stream(matching).filter(c -> c > 0).count()).isEqualTo(24);
    }

    private static double chiSquare(int[] cells, double expected) {
        return Arrays.stream(cells)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
    }

    /** The correlation of neighbouring seats over 10,000 rounds is normal with deviation 0.01. */
    @Test
    void neighbouringSeatsAreUncorrelated() {
        double sum = 0;
        for (int round = 0; round < 10_000; round++) {
            double[] u = DRAWS.uniforms(round, 2);
            sum += 12 * (u[0] - 0.5) * (u[1] - 0.5);
        }
        assertThat(sum / 10_000).isCloseTo(0, within(0.04));
    }
}
