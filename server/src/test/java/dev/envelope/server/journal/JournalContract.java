package dev.envelope.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal must do. */
public abstract class JournalContract {

    protected static final StoredSession.Secrets SECRETS = new StoredSession.Secrets("aa", "bb", "cc");

    protected Journal journal = new MemoryJournal();

    /** A new, empty journal. */
    protected abstract Journal create();

    @BeforeEach
    void createJournal() {
        journal = create();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void recordsComeBackInOrderAndUnchanged() {
        List<StoredRecord> written = chained("one", "two", "three");
        journal.append(List.of(opening(1, written.subList(0, 1))));
        journal.append(List.of(Batch.of(1, 2, written.subList(1, 3))));
        assertThat(texts(1)).containsExactly("one", "two", "three");
    }

    @Test
    void oneTransactionTakesBatchesOfSeveralSessions() {
        journal.append(List.of(opening(1, chained("a")), opening(2, chained("b", "c"))));
        assertThat(texts(1)).containsExactly("a");
        assertThat(texts(2)).containsExactly("b", "c");
        assertThat(journal.sessions()).extracting(StoredSession::id).containsExactly(1L, 2L);
    }

    @Test
    void aBatchThatDoesNotContinueIsRefusedAndNothingOfItsTransactionStored() {
        journal.append(List.of(opening(1, chained("a")), opening(2, chained("b"))));
        List<StoredRecord> gap = chained("x");
        assertThatThrownBy(() -> journal.append(List.of(Batch.of(1, 2, chained("y")), Batch.of(2, 7, gap))))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("session 2: record 7 (expected: record 2)");
        assertThat(texts(1)).containsExactly("a");
    }

    @Test
    void aChangedRecordIsNamed() {
        List<StoredRecord> written = new ArrayList<>(chained("a", "b", "c"));
        written.set(1, new StoredRecord("B".getBytes(UTF_8), written.get(1).hash()));
        journal.append(List.of(opening(4, written)));
        assertThatThrownBy(() -> texts(4))
                .isInstanceOfSatisfying(
                        BrokenChainException.class, e -> assertThat(e.record()).isEqualTo(2))
                .hasMessageContaining("session 4: record 2");
    }

    @Test
    void aFinishedSessionSaysSo() {
        journal.append(List.of(opening(1, chained("a"))));
        assertThat(journal.sessions().get(0).finished()).isFalse();
        journal.append(List.of(new Batch(1, 2, chained("b"), new TreeMap<>(), Optional.empty(), true)));
        assertThat(journal.sessions().get(0).finished()).isTrue();
    }

    @Test
    void secretsComeBack() {
        journal.append(List.of(opening(1, chained("a"))));
        assertThat(journal.sessions().get(0)).isEqualTo(row(1));
    }

    @Test
    void namesAreReplacedAndErased() {
        journal.append(List.of(opening(1, chained("a")), opening(2, chained("b"))));
        journal.append(List.of(naming(1, "Ann"), naming(2, "Bob")));
        journal.append(List.of(naming(1, "Anna")));
        assertThat(journal.names(1)).containsExactly(Map.entry(0, "Anna"));
        journal.eraseNames(1);
        assertThat(journal.names(1)).isEmpty();
        assertThat(journal.names(2)).hasSize(1);
    }

    @Test
    void anUnknownSessionHasNoRecords() {
        assertThat(texts(99)).isEmpty();
    }

    @Test
    void aClosedJournalRefuses() {
        journal.close();
        assertThatThrownBy(() -> journal.append(List.of(opening(1, chained("a")))))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("closed");
    }

    protected List<String> texts(long session) {
        List<String> texts = new ArrayList<>();
        journal.read(session, record -> texts.add(new String(record.bytes(), UTF_8)));
        return texts;
    }

    protected static List<StoredRecord> chained(String... texts) {
        Chain chain = new Chain();
        return Stream.of(texts).map(text -> chain.add(text.getBytes(UTF_8))).toList();
    }

    protected static StoredSession row(long id) {
        return new StoredSession(id, "CODE" + id, 1_000, false, SECRETS);
    }

    private static Batch naming(long session, String name) {
        return new Batch(session, 2, List.of(), new TreeMap<>(Map.of(0, name)), Optional.empty(), false);
    }

    protected static Batch opening(long session, List<StoredRecord> records) {
        return new Batch(session, 1, records, new TreeMap<>(), Optional.of(row(session)), false);
    }
}
