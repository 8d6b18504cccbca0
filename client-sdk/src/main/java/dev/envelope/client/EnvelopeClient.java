package dev.envelope.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The entrance to the sessions of one server. */
public final class EnvelopeClient {

    private final ClientRuntime runtime;
    private final Endpoint endpoint;

    private EnvelopeClient(ClientRuntime runtime, Endpoint endpoint) {
        this.runtime = runtime;
        this.endpoint = endpoint;
    }

    /** The server at {@code endpoint}, spoken to on the threads of {@code runtime}. */
    public static EnvelopeClient of(ClientRuntime runtime, Endpoint endpoint) {
        return new EnvelopeClient(runtime, endpoint);
    }

    /** Takes a seat, or goes on in it; fails as {@link SeatClient#join} does. */
    public CompletionStage<SeatClient> takeSeat(JoinRequest request) {
        return failed();
    }

    /** Speaks as the instructor of the session {@code code}, with the token that the server printed. */
    public CompletionStage<InstructorClient> instruct(String code, String token) {
        return failed();
    }

    /** Watches what is public in the session {@code code}. */
    public CompletionStage<SpectatorClient> watch(String code) {
        return failed();
    }

    static CompletionStage<SeatClient> takeSeatAlone(Endpoint endpoint, JoinRequest request) {
        return new EnvelopeClient(ClientRuntime.create(), endpoint).takeSeat(request);
    }

    private <T> CompletionStage<T> failed() {
        return CompletableFuture.failedFuture(new NotSent(
                endpoint + ": no transport within " + runtime.limits().connectTimeout()));
    }
}
