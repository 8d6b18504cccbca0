"""A bot that bids three quarters of its value: python3 bot.py HOST PORT CODE (README.md says what it needs)."""
import secrets, select, socket, struct, sys
from envelope.v1 import envelope_pb2 as wire, game_pb2 as game

def decide(value, role, treatment):
    if treatment.takes == game.MESSAGE_KIND_REPORT:  # direct mechanisms ask for the value itself
        return game.Message(report=game.Report(ticks=[value]))
    ticks = value if role.side == game.SIDE_SELLER else max(treatment.ticks.minimum, value * 3 // 4)
    return game.Message(amount=game.Amount(ticks=ticks))

def send(**body):  # a frame: its length in four bytes, then a message with a request id of its own, never 0
    data = wire.ClientMessage(request_id=secrets.randbits(63) + 1, **body).SerializeToString()
    server.sendall(struct.pack(">I", len(data)) + data)

def receive():
    while not select.select([server], [], [], 5)[0]:
        send(ping=wire.Ping())  # nothing to read for five seconds: say that we are still here
    head = server.recv(4, socket.MSG_WAITALL) or sys.exit("the server closed the connection")
    return wire.ServerMessage.FromString(server.recv(struct.unpack(">I", head)[0], socket.MSG_WAITALL))

if len(sys.argv) != 4:
    sys.exit(__doc__)
server = socket.create_connection((sys.argv[1], int(sys.argv[2])))
server.sendall(b"\x00ENV")  # raw TCP opens with these four bytes
seat = wire.Participant(join_code=sys.argv[3], name="Python", seat_key=secrets.token_bytes(16), kind="KIND_PROGRAM")
send(hello=wire.Hello(protocol_version=1, client="bot.py", participant=seat))
now, answered = wire.Snapshot(), 0
while now.phase != game.PHASE_FINISHED:
    message = receive()
    if message.HasField("refusal"):
        print(wire.ErrorCode.Name(message.refusal.code), message.refusal.reason, file=sys.stderr)
        now.rounds or sys.exit("the server gave us no seat")
        # What did not count because the session stands still is sent again when it goes on.
        answered -= message.refusal.code in (wire.ERROR_CODE_UNAVAILABLE, wire.ERROR_CODE_WRONG_PHASE)
    elif message.HasField("welcome") or message.HasField("snapshot"):  # where the session stands, all of it
        now = message.welcome.snapshot if message.HasField("welcome") else message.snapshot
        if now.phase == game.PHASE_OPEN and not now.paused and now.round.round > answered:
            answered = now.round.round
            played = next(t for t in now.treatments if t.id == now.round.treatment)
            choice = decide(now.round.value_ticks, played.roles[now.round.role], played)
            send(submit=wire.Submit(round=answered, message=choice))
    elif not message.request_id and not message.HasField("news"):  # something has changed: ask for the whole
        send(get_snapshot=wire.GetSnapshot())
print("total:", now.total_ticks, "ticks")
