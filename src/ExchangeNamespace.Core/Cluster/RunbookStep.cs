namespace ExchangeNamespace.Cluster;

/// <summary>Where the command of a step is typed.</summary>
public enum StepShell
{
    /// <summary>The command prompt.</summary>
    Cmd,

    /// <summary>Windows PowerShell or PowerShell.</summary>
    PowerShell,

    /// <summary>The Exchange Management Shell.</summary>
    ExchangeManagementShell,

    /// <summary>A POSIX shell.</summary>
    Posix,

    /// <summary>A window; the command says what to choose.</summary>
    Wizard,

    /// <summary>Done by a person; the command says what.</summary>
    Manual,
}

/// <summary>How far the command of a step is covered by a source.</summary>
public enum StepEvidence
{
    /// <summary>A source shows this line, apart from names.</summary>
    Documented,

    /// <summary>Put together from documented parts; no source read shows the line as a whole.</summary>
    Composed,
}

/// <summary>What a step is for. The order rules of the runbooks speak about these.</summary>
public enum StepPhase
{
    /// <summary>Makes or permits the witness share.</summary>
    WitnessShare,

    /// <summary>Stops the Cluster service.</summary>
    StopService,

    /// <summary>Forces quorum.</summary>
    ForceQuorum,

    /// <summary>Starts a node or lets one join.</summary>
    Join,

    /// <summary>Points the quorum to the share.</summary>
    Quorum,

    /// <summary>Ends the forced state.</summary>
    Unforce,

    /// <summary>Restarts a node.</summary>
    Restart,

    /// <summary>Stops the clustered mailbox server.</summary>
    StopMailboxServer,

    /// <summary>Moves a group.</summary>
    Move,

    /// <summary>Starts the clustered mailbox server.</summary>
    StartMailboxServer,

    /// <summary>Looks whether it worked.</summary>
    Verify,

    /// <summary>Opens a tunnel.</summary>
    Tunnel,

    /// <summary>Uses a tunnel.</summary>
    Connect,

    /// <summary>Makes the account that servers share for Kerberos.</summary>
    Account,

    /// <summary>Gives the servers the password of that account.</summary>
    AccountPassword,

    /// <summary>Registers a service principal name.</summary>
    PrincipalName,

    /// <summary>Lets a directory offer a way to sign in.</summary>
    Authentication,
}

/// <summary>One step of a runbook.</summary>
public sealed record RunbookStep
{
    /// <summary>The place in the order, from 1.</summary>
    public int Number { get; internal init; }

    /// <summary>What the step is for.</summary>
    public required StepPhase Phase { get; init; }

    /// <summary>The machine on which it is run.</summary>
    public required string RunOn { get; init; }

    /// <summary>Where the command is typed.</summary>
    public required StepShell Shell { get; init; }

    /// <summary>The command: one line; for a wizard or a person what to do.</summary>
    public required string Command { get; init; }

    /// <summary>What it does.</summary>
    public required string Purpose { get; init; }

    /// <summary>What must be true before.</summary>
    public required string CheckBefore { get; init; }

    /// <summary>What shows that it worked.</summary>
    public required string CheckAfter { get; init; }

    /// <summary>How to take it back.</summary>
    public required string Undo { get; init; }

    /// <summary>Whether a source shows the line.</summary>
    public required StepEvidence Evidence { get; init; }

    /// <summary>The source.</summary>
    public required string Source { get; init; }

    /// <summary>The rule, for example <c>S57</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// What the source has in the place of <see cref="Command"/> where that is something else on purpose; null where it is not.
    /// </summary>
    public string? DocumentedForm { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Command;
}
