package dev.envelope.server.session;

import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredSession;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the sessions of a journal go on when a server starts. */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Workplaces workplaces;
    private final Hosts hosts;

    /** Brings sessions back among {@code hosts}. */
    Recovery(Workplaces workplaces, Hosts hosts) {
        this.workplaces = workplaces;
        this.hosts = hosts;
    }

    /** Resumes those that have not finished, as far as they can be read; returns the last number given out, 0 for none. */
    long resume(List<StoredSession> stored) {
        stored.forEach(this::resume);
        return stored.stream().mapToLong(StoredSession::id).max().orElse(0);
    }

    private void resume(StoredSession row) {
        hosts.given(row.joinCode());
        if (row.finished()) {
            hosts.over(row.joinCode());
            return;
        }
        try {
            Workplace workplace = workplaces.of(row.id());
            Fold fold = workplace
                    .replay(row)
                    .orElseThrow(
                            () -> new JournalException("session " + row.id() + ": no records (expected: at least 1)"));
            SessionHost host = SessionHost.of(workplace.notBefore(fold.state().atMillis()), row, fold);
            hosts.add(host);
            host.recover();
            LOG.info(
                    "session {} round {}: resumed", row.joinCode(), fold.state().round());
        } catch (RuntimeException e) {
            LOG.error("session {}: is not resumed: {}", row.joinCode(), e.getMessage());
        }
    }
}
