using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Planning;

/// <summary>What the phases of one hop hand on to each other.</summary>
internal sealed class HopContext
{
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public HopContext(MigrationInput input, Hop hop, IReadOnlyList<StepDraft> entry)
    {
        Input = input;
        Hop = hop;
        Entry = entry;
        Moves = NameMoves.Of(hop);
    }

    public MigrationInput Input { get; }

    public Hop Hop { get; }

    /// <summary>The last steps of the hop before.</summary>
    public IReadOnlyList<StepDraft> Entry { get; }

    public IReadOnlyList<NameMove> Moves { get; }

    public List<StepDraft> Steps { get; } = [];

    /// <summary>The step that captures the settings, on which everything rests.</summary>
    public StepDraft Capture { get; set; } = null!;

    /// <summary>What must be done before the first new server is installed.</summary>
    public List<StepDraft> BeforeInstall { get; } = [];

    /// <summary>The steps that lower the time to live, by view.</summary>
    public Dictionary<DnsView, StepDraft> LowTimeToLive { get; } = [];

    /// <summary>The step after which a server shows the new certificate, by server.</summary>
    public Dictionary<string, StepDraft> Certificates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The steps that give proxies the new certificate.</summary>
    public List<StepDraft> ProxyCertificates { get; } = [];

    /// <summary>The step that orders a certificate, by the server that carries it.</summary>
    public Dictionary<string, (StepDraft Step, CertificateOrder Order)> Orders { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The step that installs a server.</summary>
    public Dictionary<string, StepDraft> Installed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The last step that readies a new server for clients.</summary>
    public Dictionary<string, StepDraft> Ready { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The steps that make old servers ready to be asked by new ones.</summary>
    public List<StepDraft> Prepared { get; } = [];

    /// <summary>The steps that make names which are new.</summary>
    public List<StepDraft> NewNames { get; } = [];

    /// <summary>The steps that make the databases of new servers.</summary>
    public List<StepDraft> Databases { get; } = [];

    public List<StepDraft> Transport { get; } = [];

    public List<StepDraft> SystemMailboxes { get; } = [];

    public List<StepDraft> Pilot { get; } = [];

    /// <summary>The steps that lead names to the new servers, and with them the names that they lead.</summary>
    public List<(StepDraft Step, IReadOnlyList<NameMove> Moves)> CutOvers { get; } = [];

    /// <summary>The steps that take old servers out of pools.</summary>
    public List<StepDraft> Left { get; } = [];

    public List<StepDraft> Kerberos { get; } = [];

    public List<StepDraft> ConnectionPoints { get; } = [];

    public List<StepDraft> Mailboxes { get; } = [];

    /// <summary>The steps that bring servers back after a change in place.</summary>
    public List<StepDraft> InService { get; } = [];

    public IEnumerable<StepDraft> AllCutOvers => CutOvers.Select(c => c.Step);

    /// <summary>The steps that no other needs.</summary>
    public IReadOnlyList<StepDraft> Last
    {
        get
        {
            HashSet<StepDraft> needed = [.. Steps.SelectMany(s => s.Needs)];
            return [.. Steps.Where(s => !needed.Contains(s))];
        }
    }

    /// <summary>A name of a step that stays when others are added.</summary>
    public string Id(string phase, string? subject = null)
    {
        string id = $"{Hop.Number}-{phase}{(string.IsNullOrEmpty(subject) ? string.Empty : "-" + subject)}";
        for (int i = 2; !_ids.Add(id); i++)
        {
            id = $"{Hop.Number}-{phase}-{subject}-{i}";
        }

        return id;
    }

    public StepDraft Add(StepDraft step)
    {
        Steps.Add(step);
        return step;
    }

    /// <summary>Work by hand.</summary>
    public static ManualWork Work(string text) => new() { Text = text };

    /// <summary>Lines as actions.</summary>
    public static IReadOnlyList<MigrationAction> Lines(IEnumerable<ExchangeCommand> commands) =>
        [.. commands.Select(c => new ExchangeLine { Command = c })];

    /// <summary>What takes lines back, the last line first; null where one of them has nothing.</summary>
    public static IReadOnlyList<MigrationAction> Back(IReadOnlyList<ExchangeCommand> commands) =>
        Lines(commands.Reverse().Select(c => c.Undo).OfType<ExchangeCommand>());
}
