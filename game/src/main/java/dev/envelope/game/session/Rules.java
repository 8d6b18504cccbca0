package dev.envelope.game.session;

import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.CommandVisitor;

/** The way from each kind of command to its rule. */
final class Rules implements CommandVisitor<Answer> {

    private final Deciding deciding;

    Rules(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public Answer visit(Command.TakeSeat command) {
        return deciding.takeSeat(command);
    }

    @Override
    public Answer visit(Command.Start command) {
        return deciding.start();
    }

    @Override
    public Answer visit(Command.Submit command) {
        return deciding.submit(command);
    }

    @Override
    public Answer visit(Command.Tick command) {
        return deciding.tick();
    }

    @Override
    public Answer visit(Command.Pause command) {
        return deciding.pause();
    }

    @Override
    public Answer visit(Command.Resume command) {
        return deciding.resume();
    }

    @Override
    public Answer visit(Command.CloseRound command) {
        return deciding.closeRound();
    }

    @Override
    public Answer visit(Command.End command) {
        return deciding.end();
    }

    @Override
    public Answer visit(Command.Extend command) {
        return deciding.interventions().extend(command.millis());
    }

    @Override
    public Answer visit(Command.Tell command) {
        return deciding.interventions().tell(command.seat(), command.text());
    }

    @Override
    public Answer visit(Command.Advance command) {
        return deciding.interventions().advance(command.seat());
    }

    @Override
    public Answer visit(Command.Replace command) {
        return deciding.interventions().replace(command.seat(), command.standIn());
    }

    @Override
    public Answer visit(Command.GiveBack command) {
        return deciding.interventions().giveBack(command.seat());
    }

    @Override
    public Answer visit(Command.Remove command) {
        return deciding.interventions().remove(command.seat());
    }

    @Override
    public Answer visit(Command.Invite command) {
        return deciding.interventions().invite(command.keyHashes());
    }

    @Override
    public Answer visit(Command.MoveDoor command) {
        return deciding.interventions().moveDoor(command.open());
    }

    @Override
    public Answer visit(Command.DropOut command) {
        return deciding.standIns().dropOut(command.seat());
    }

    @Override
    public Answer visit(Command.Reply command) {
        return deciding.standIns().reply(command);
    }

    @Override
    public Answer visit(Command.Consent command) {
        return deciding.forms().consent(command.seat(), command.agreed());
    }

    @Override
    public Answer visit(Command.Comprehend command) {
        return deciding.forms().comprehend(command.seat(), command.attempt(), command.answers());
    }

    @Override
    public Answer visit(Command.Fill command) {
        return deciding.forms().fill(command.seat(), command.answers());
    }

    @Override
    public Answer visit(Command.Recovered command) {
        return deciding.recovered();
    }
}
