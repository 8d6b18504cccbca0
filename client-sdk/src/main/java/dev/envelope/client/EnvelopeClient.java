package dev.envelope.client;

import dev.envelope.client.api.Endpoint;
import dev.envelope.client.link.Outgoing;
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
        boolean person = request.kind() == JoinRequest.Kind.PERSON;
        return SeatMembership.enter(
                        runtime.wiring(endpoint),
                        new Outgoing.Participant(
                                request.code(), request.name(), request.key().hex(), person),
                        runtime.workers())
                .thenApply(runtime::keep);
    }

    /** Speaks as the instructor of the session {@code code}, with the token that the server printed. */
    public CompletionStage<InstructorClient> instruct(String code, String token) {
        return InstructorMembership.enter(
                        runtime.wiring(endpoint), new Outgoing.Instructor(code, token), runtime.workers())
                .thenApply(runtime::keep);
    }

    /** Watches what is public in the session {@code code}. */
    public CompletionStage<SpectatorClient> watch(String code) {
        return SpectatorMembership.enter(runtime.wiring(endpoint), new Outgoing.Spectator(code), runtime.workers())
                .thenApply(runtime::keep);
    }

    /** Takes a seat on a runtime that ends with the client. */
    static CompletionStage<SeatClient> takeSeatAlone(Endpoint endpoint, JoinRequest request) {
        ClientRuntime runtime = ClientRuntime.create();
        return new EnvelopeClient(runtime, endpoint).takeSeat(request).whenComplete((seat, failure) -> {
            if (seat == null) {
                runtime.shutdown();
            } else {
                seat.whenClosed().whenComplete((nothing, cause) -> runtime.shutdown());
            }
        });
    }
}
