package dev.envelope.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

final class ChainTest {

    @Test
    void aHashCoversTheHashBeforeItAndTheBytes() throws NoSuchAlgorithmException {
        Chain chain = new Chain();
        byte[] first = chain.add("one".getBytes(UTF_8)).hash();
        byte[] second = chain.add("two".getBytes(UTF_8)).hash();
        MessageDigest oracle = MessageDigest.getInstance("SHA-256");
        oracle.update(new byte[32]);
        assertThat(first).isEqualTo(oracle.digest("one".getBytes(UTF_8)));
        oracle.update(first);
        assertThat(second).isEqualTo(oracle.digest("two".getBytes(UTF_8)));
    }
}
