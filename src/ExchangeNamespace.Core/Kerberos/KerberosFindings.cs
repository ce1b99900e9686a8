using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>The permanent codes of findings about Kerberos. A code is never reused.</summary>
public static class KerberosFindingCodes
{
    /// <summary>No name is shared, so no account is needed.</summary>
    public const string NothingShared = "EXN801";

    /// <summary>The hosts inside of servers are not part of the plan.</summary>
    public const string HostsNotPlanned = "EXN802";

    /// <summary>A host leads to servers of two generations.</summary>
    public const string HostOfTwoAccounts = "EXN803";

    /// <summary>The client access arrays of 2010 were not stated.</summary>
    public const string ArrayNotStated = "EXN804";

    /// <summary>Tickets with RC4 are about to end.</summary>
    public const string WeakEncryption = "EXN805";
}

/// <summary>The texts of findings about Kerberos.</summary>
internal static class KerberosFindings
{
    private const string Rule = "S13";

    public static IEnumerable<Finding> Of(KerberosInput input, IReadOnlyList<PrincipalName> names, IReadOnlyList<Fqdn> shared)
    {
        NamespacePlan plan = input.Plan;
        PlannedServer[] left = [.. plan.Servers.Where(s => (PrincipalNames.Has(s, legacy: false) || PrincipalNames.Has(s, legacy: true))
            && s.Services.Any(a => a.Service == ClientService.EWS && a.Internal.Action == SettingAction.Leave))];
        if (left.Length > 0)
        {
            yield return Findings.Warning(KerberosFindingCodes.HostsNotPlanned, [.. left.Select(s => s.Name)],
                "The plan leaves their internal URLs as they are, so names for the hosts in them do not follow from it.",
                "Plan with -InternalHost, or compare the principal names with the hosts of a capture by hand.", Rule);
        }

        if (names.Count == 0 && left.Length == 0)
        {
            yield return Findings.Information(KerberosFindingCodes.NothingShared, plan.ExternalHost.Value,
                "Clients inside reach each server under its own name, which its computer account has already: no alternate service account "
                    + "is needed.", "Nothing is to do.", Rule);
        }

        if (shared.Count > 0)
        {
            string[] hosts = [.. shared.Select(h => h.Value)];
            yield return Findings.Warning(KerberosFindingCodes.HostOfTwoAccounts, NameList.Describe(hosts),
                "Servers of 2010 and of a later version answer under these hosts, and a name can be on one account only. The lines give "
                    + "them to the account of the later version, whose servers clients must reach first.",
                $"Take them off the account of 2010 in the same change: setspn -D http/{hosts[0]} and the account.", Rule, hosts);
        }

        if (plan.Servers.Any(s => PrincipalNames.Has(s, legacy: true)) && input.ClientAccessArray is null)
        {
            yield return Findings.Information(KerberosFindingCodes.ArrayNotStated, "Exchange 2010",
                "Outlook reaches mailboxes of 2010 by the client access array, whose names exchangeMDB, exchangeRFR and exchangeAB "
                    + "belong to the account too.", "State the arrays with -ClientAccessArray; Get-ClientAccessArray shows them.", Rule);
        }

        if (input.Encryption == TicketEncryption.AesAndRc4)
        {
            yield return Findings.Warning(KerberosFindingCodes.WeakEncryption, "msDS-SupportedEncryptionTypes",
                "RC4 stays allowed for the account. Domain controllers give AES keys alone by default since their updates of April 2026 "
                    + "(KB5073381), and clients that know RC4 only then fall back to NTLM or fail.",
                "Use -Encryption Aes once no such client is left, and roll the password after that.", Rule);
        }
    }
}
