using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using ExchangeNamespace.Binding;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Kerberos;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Cmdlets;

/// <summary>
/// Compares the service principal names of a plan with what <c>setspn</c> found, or with what a directory server that was named answers
/// by LDAP. Only reads, and only from that server.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "KerberosSpn", DefaultParameterSetName = TextSet)]
[OutputType(typeof(SpnCheck), typeof(bool))]
public sealed class TestKerberosSpnCommand : NamespaceCmdlet, ICheckCommand
{
    private const string TextSet = "Text";
    private const string DirectorySet = "Directory";

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
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = TextSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [TextOnly(IsList = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string?[]? InputObject { get; set; }

    /// <summary>The directory server to ask: host, or host:port.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DirectorySet)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public string? Directory { get; set; }

    /// <summary>Who signs in there; the present user by default.</summary>
    [Parameter(ParameterSetName = DirectorySet)]
    [Credential]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public PSCredential? Credential { get; set; }

    /// <summary>How long one answer of the directory may take.</summary>
    [Parameter(ParameterSetName = DirectorySet)]
    [Seconds(0.05, 300)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

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
        ServerEndpoint? server = null;
        if (ParameterSetName == DirectorySet
            && !ServerEndpoint.TryParse(Directory, nameof(Directory), DirectoryQuestion.LdapPort, out server, out InputFault? fault))
        {
            faults.Add(fault);
        }

        if (_listing.IsCut)
        {
            faults.Add(_listing.TooLong(nameof(InputObject)));
        }

        DirectoryAnswer? answer = faults.Count == 0 && server is not null ? Ask(server, names, faults) : null;
        WriteFaults(faults);
        if (faults.Count == 0)
        {
            WriteObject((answer is null ? SpnRules.Judge(names, _listing) : DirectoryRules.Judge(names, answer, server!)).Where(IsShown),
                enumerateCollection: true);
        }

        WriteAnswer();
    }

    private DirectoryAnswer? Ask(ServerEndpoint server, IReadOnlyList<PrincipalName> names, List<InputFault> faults)
    {
        DirectoryQuestion question = new()
        {
            Server = server,
            Names = [.. names.Select(n => n.Name)],
            Accounts = [.. names.Select(n => n.Account).Distinct(StringComparer.OrdinalIgnoreCase)],
            Timeout = Timeout,
        };
        NetworkCredential? credential = Credential?.GetNetworkCredential();
        try
        {
            return Interruptible(stopped => LdapFactory.Ask(question, credential, stopped));
        }
        catch (DirectoryQuestionException e)
        {
            faults.Add(new InputFault(e.Id, nameof(Directory), server.ToString(), e.Message));
            return null;
        }
    }
}
