package dev.envelope.server.journal;

/**
 * A session's row: what finds it, and what must survive a restart without standing in its public records.
 *
 * @param id the session's id in this journal, from 1
 * @param joinCode what participants type
 * @param openedAtMillis when it was opened
 * @param finished whether its last record is stored
 * @param secrets what nobody may read before the session is finished
 */
public record StoredSession(long id, String joinCode, long openedAtMillis, boolean finished, Secrets secrets) {

    /** This row once the session's last record is stored. */
    public StoredSession asFinished() {
        return new StoredSession(id, joinCode, openedAtMillis, true, secrets);
    }

    /**
     * What nobody may read before the session is finished. All in lower-case hexadecimal.
     *
     * @param seed the session's seed, 32 bytes
     * @param nonce the commitment's nonce, 32 bytes
     * @param instructorTokenHash SHA-256 of the instructor's token
     */
    public record Secrets(String seed, String nonce, String instructorTokenHash) {

        /** Names the parts, not their values, so that no log shows them. */
        @Override
        public String toString() {
            return "Secrets[seed, nonce, instructorTokenHash]";
        }
    }
}
