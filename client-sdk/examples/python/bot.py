"""A bot that shades its bid: python3 bot.py HOST PORT CODE. README.md says how to make the modules it imports."""
import secrets, select, socket, struct, sys
from envelope.v1 import envelope_pb2 as wire, game_pb2 as game

SHADE = 0.25  # bids three quarters of its value: the equilibrium of a first-price auction among four


def decide(value, treatment):
    if treatment.takes == game.MESSAGE_KIND_REPORT:  # direct mechanisms ask for the value itself
        return game.Message(report=game.Report(ticks=[value]))
    bid = max(treatment.ticks.minimum, min(treatment.ticks.maximum, int(value * (1 - SHADE))))
    if treatment.takes != game.MESSAGE_KIND_AMOUNT or bid > value:
        return game.Message(abstain=game.Abstain())
    return game.Message(amount=game.Amount(ticks=bid))


def receive(server, ping):  # a frame: the length in four bytes, then a ServerMessage
    while not select.select([server], [], [], 5)[0]:
        ping()  # nothing to read for five seconds: say that we are still here
    head = server.recv(4, socket.MSG_WAITALL)
    if len(head) < 4:
        sys.exit("the server closed the connection")
    return wire.ServerMessage.FromString(server.recv(struct.unpack(">I", head)[0], socket.MSG_WAITALL))


def play(server, code):
    def send(**body):  # every request has an id of its own, never 0
        data = wire.ClientMessage(request_id=secrets.randbits(63) + 1, **body).SerializeToString()
        server.sendall(struct.pack(">I", len(data)) + data)

    server.sendall(b"\x00ENV")  # raw TCP opens with these four bytes
    seat = wire.Participant(join_code=code, name="Python", seat_key=secrets.token_bytes(16), kind="KIND_PROGRAM")
    send(hello=wire.Hello(protocol_version=1, client="bot.py", participant=seat))
    treatments, answered, total, phase = {}, 0, 0, game.PHASE_LOBBY
    while phase != game.PHASE_FINISHED:
        message = receive(server, lambda: send(ping=wire.Ping()))
        body, opened = message.WhichOneof("body"), None
        if body in ("welcome", "snapshot"):  # where the session stands, all of it
            now = message.welcome.snapshot if body == "welcome" else message.snapshot
            treatments, total, phase = {t.id: t for t in now.treatments}, now.total_ticks, now.phase
            opened = now.round if phase == game.PHASE_OPEN and now.HasField("round") else None
        elif body == "round_opened":
            opened = message.round_opened
        elif body == "round_result":
            total = message.round_result.total_ticks
        elif body == "session_changed":
            phase = message.session_changed.phase
        elif body == "refusal":
            print(wire.ErrorCode.Name(message.refusal.code), message.refusal.reason, file=sys.stderr)
            if not treatments:
                sys.exit("the server gave us no seat")
        if opened is not None and opened.round > answered:
            answered = opened.round
            send(submit=wire.Submit(round=answered, message=decide(opened.value_ticks, treatments[opened.treatment])))
    return total


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as connection:
        print("total:", play(connection, sys.argv[3]), "ticks")
