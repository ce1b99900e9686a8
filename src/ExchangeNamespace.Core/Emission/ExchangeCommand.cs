using System.Collections.Generic;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Emission;

/// <summary>The part of the work that a command belongs to.</summary>
public enum CommandPhase
{
    /// <summary>The service connection point of a server.</summary>
    ServiceConnectionPoint,

    /// <summary>A virtual directory or Outlook Anywhere on a server.</summary>
    VirtualDirectory,

    /// <summary>A setting of the whole organisation.</summary>
    Organization,

    /// <summary>A certificate request, import or enabling.</summary>
    Certificate,

    /// <summary>Starts, stops or moves a clustered mailbox server of Exchange 2007.</summary>
    ClusteredMailboxServer,

    /// <summary>A receive or send connector.</summary>
    Connector,
}

/// <summary>One Exchange Management Shell command as data. <see cref="ToString"/> is the line.</summary>
public sealed class ExchangeCommand
{
    /// <summary>What the line shares with those of other servers; it is then the line of <see cref="Target"/>.</summary>
    private readonly LineFrame? _frame;
    private readonly ParameterTail? _tail;

    internal ExchangeCommand(LineFrame frame)
    {
        Name = frame.Dialect.Cmdlet;
        _frame = frame;
    }

    internal ExchangeCommand(string name, IReadOnlyList<CommandParameter> parameters)
    {
        Name = name;
        _tail = new ParameterTail(parameters);
    }

    /// <summary>The part of the work.</summary>
    public required CommandPhase Phase { get; init; }

    /// <summary>The server; empty for the organisation.</summary>
    public required string Target { get; init; }

    /// <summary>The version whose dialect the line is in.</summary>
    public required ExchangeVersion Version { get; init; }

    /// <summary>The service; null without one.</summary>
    public ClientService? Service { get; init; }

    /// <summary>The cmdlet.</summary>
    public string Name { get; }

    /// <summary>Why the line is there.</summary>
    public required string Reason { get; init; }

    /// <summary>What the person who runs the line must answer or expect, printed as a comment above it; null for nothing.</summary>
    public string? Caution { get; init; }

    /// <summary>Whether a person runs it after a check, never the script: <see cref="Line"/> is then a comment.</summary>
    public bool IsByHand { get; init; }

    /// <summary>What takes it back, from captured values only; null without them.</summary>
    public ExchangeCommand? Undo { get; init; }

    /// <summary>The command that the output is piped into; null for none.</summary>
    public ExchangeCommand? PipeTo { get; init; }

    /// <summary>
    /// The file that receives the command's output in the same statement: its text as ASCII, or the bytes of <see cref="OutputMember"/>;
    /// null for none.
    /// </summary>
    public string? OutputFile { get; init; }

    /// <summary>The property of the output that is shown, or written to <see cref="OutputFile"/>; null for the whole output.</summary>
    public string? OutputMember { get; init; }

    /// <summary>The parameters in order.</summary>
    public IReadOnlyList<CommandParameter> Parameters => Indexable.Of(_frame?.Parameters(Target) ?? _tail!.Parameters);

    /// <summary>The line, as <see cref="ToString"/> gives it.</summary>
    public string Line => ToString();

    /// <summary>The line, below what its runner must know.</summary>
    internal IEnumerable<string> WithCaution() => Caution is null ? [ToString()] : [ScriptComment.Line(Caution), ToString()];

    /// <summary>The line: one complete statement in ASCII, as a comment where <see cref="IsByHand"/> is set.</summary>
    /// <returns>The line without a line end.</returns>
    public override string ToString()
    {
        string core = _frame?.For(Target) ?? Name + _tail!.Text;
        if (OutputMember is not null)
        {
            core = "(" + core + ")." + OutputMember;
        }

        if (OutputFile is not null)
        {
            core = "[System.IO.File]::WriteAllBytes(" + PowerShellLiteral.Quote(OutputFile, LiteralForm.SingleQuoted) + ", "
                + (OutputMember is null ? "[System.Text.Encoding]::ASCII.GetBytes((" + core + "))" : core) + ")";
        }

        string line = PipeTo is null ? core : core + " | " + PipeTo;
        return IsByHand ? ScriptComment.Line(line) : line;
    }
}
