using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cmdlets;

/// <summary>Compares the service principal names of a plan with what <c>setspn</c> found in the directory. Nothing is asked.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KerberosSpn")]
[OutputType(typeof(SpnCheck), typeof(bool))]
public sealed class TestKerberosSpnCommand : NamespaceCmdlet, ICheckCommand
{
    private readonly SpnListing _listing = new();

    /// <summary>The plan.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [PlanNotPath]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public NamespacePlan Plan { get; set; } = null!;

    /// <summary>The account of 2013 and later.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? AccountName { get; set; }

    /// <summary>The account of 2010.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? LegacyAccountName { get; set; }

    /// <summary>The client access arrays of 2010.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string[]? ClientAccessArray { get; set; }

    /// <summary>The lines that setspn wrote.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [TextOnly]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string?[]? InputObject { get; set; }

    /// <summary>Writes one Boolean: whether everything is known to be as it should be.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string text in (InputObject ?? []).OfType<string>())
        {
            _listing.Read(text);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<InputFault> faults = [];
        IReadOnlyList<PrincipalName> names = KerberosPlanner.Names(
            new KerberosInput
            {
                Plan = Plan,
                AccountName = AccountName,
                LegacyAccountName = LegacyAccountName,
                ClientAccessArray = ClientAccessArray,
            },
            faults);
        if (_listing.IsCut)
        {
            faults.Add(_listing.TooLong(nameof(InputObject)));
        }

        WriteFaults(faults);
        if (faults.Count == 0)
        {
            WriteObject(SpnRules.Judge(names, _listing).Where(IsShown), enumerateCollection: true);
        }

        WriteAnswer();
    }
}
