package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.session.MortalJournal.Fault;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session comes to the same bids and outcomes whichever of its commits fails, or is the last thing that its server does: what
 * was acknowledged is there once, and the records lead to each other.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
abstract class WritePoints {

    /** A new, empty journal. */
    abstract Journal create();

    /** What is found where {@code journal} was kept after its process died. */
    abstract Journal afterDeath(Journal journal);

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFaultAtAnyCommitChangesNeitherBidsNorOutcomes(Fault fault) {
        List<String> expected;
        int commits;
        try (ScriptedClass undisturbed = played(fault, 0)) {
            expected = undisturbed.play();
            commits = undisturbed.commits();
        }
        assertThat(expected).hasSize(7);
        assertThat(commits).isGreaterThan(10);
        for (int commit = 1; commit <= commits; commit++) {
            try (ScriptedClass disturbed = played(fault, commit)) {
                assertThat(disturbed.play())
                        .as("%s at commit %d of %d", fault, commit, commits)
                        .isEqualTo(expected);
            }
        }
    }

    private ScriptedClass played(Fault fault, int commit) {
        return new ScriptedClass(create(), this::afterDeath, fault, commit);
    }
}
