"""A bot that bids three quarters of its value: python3 bot.py HOST PORT CODE (README.md says what it needs)."""
import secrets, select, socket, struct, sys
from envelope.v1 import envelope_pb2 as wire, game_pb2 as game

def decide(value, role, treatment):
    if treatment.takes == game.MESSAGE_KIND_REPORT:  # direct mechanisms ask for the value itself
        return game.Message(report=game.Report(ticks=[value]))
    ticks = value if role.side == game.SIDE_SELLER else max(treatment.ticks.minimum, value * 3 // 4)
    return game.Message(amount=game.Amount(ticks=ticks))

def ask(**body):  # a frame is its length in four bytes, then the message; pushes before the answer are not needed
    request = wire.ClientMessage(request_id=secrets.randbits(63) + 1, **body)
    server.sendall(struct.pack(">I", request.ByteSize()) + request.SerializeToString())
    answer = wire.ServerMessage()
    while answer.request_id != request.request_id:
        head = server.recv(4, socket.MSG_WAITALL) or sys.exit("the server closed the connection")
        answer = wire.ServerMessage.FromString(server.recv(struct.unpack(">I", head)[0], socket.MSG_WAITALL))
    if answer.HasField("refusal"):
        print(wire.ErrorCode.Name(answer.refusal.code), answer.refusal.reason, file=sys.stderr)
    return answer

server = socket.create_connection(sys.argv[1:3] if len(sys.argv) == 4 else sys.exit(__doc__))
server.sendall(b"\x00ENV")  # raw TCP opens with these four bytes
seat = wire.Participant(join_code=sys.argv[3], name="Python", seat_key=secrets.token_bytes(16), kind="KIND_PROGRAM")
hello = ask(hello=wire.Hello(protocol_version=1, client="bot.py", participant=seat))
now = hello.welcome.snapshot if hello.HasField("welcome") else sys.exit("the server gave us no seat")
while now.phase != game.PHASE_FINISHED:
    if now.phase == game.PHASE_OPEN and not now.paused and not now.HasField("standing"):
        mine, played = now.round, next(t for t in now.treatments if t.id == now.round.treatment)
        choice = decide(mine.value_ticks, played.roles[mine.role], played)
        ask(submit=wire.Submit(round=mine.round, message=choice))
    select.select([server], [], [], 1)  # until the server has news, or for a second
    now = ask(get_snapshot=wire.GetSnapshot()).snapshot
print("total:", now.total_ticks, "ticks")
