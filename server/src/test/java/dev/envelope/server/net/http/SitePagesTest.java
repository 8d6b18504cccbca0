package dev.envelope.server.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SitePagesTest {

    @Test
    void hostIsNeverCopiedIntoThePageUnlessItIsOne() {
        assertThat(new String(SitePages.find("/", "<script>").body(), StandardCharsets.UTF_8))
                .doesNotContain("<script>");
    }
}
