using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Migration.Simulation;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Simulates a migration, and judges at every moment whether each kind of client still reaches its mailbox.</summary>
[Cmdlet(VerbsDiagnostic.Test, "NamespaceMigration")]
[OutputType(typeof(MigrationVerdict), typeof(bool))]
public sealed class TestNamespaceMigrationCommand : NamespaceCmdlet, ICheckCommand
{
    /// <summary>The migration.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    [MigrationNotText]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespaceMigration? Migration { get; set; }

    /// <summary>The kinds of clients; all by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SingleValue(IsList = true)]
    public MigrationClient[] Client { get; set; } = [];

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (MigrationVerdict verdict in MigrationSimulator.Run(Migration!)
            .Where(v => Client.Length == 0 || Client.Contains(v.Client)))
        {
            if (IsShown(verdict))
            {
                WriteNewFindings(verdict.Findings);
                WriteObject(verdict);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAnswer();
}
