using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;
using static ExchangeNamespace.Certificates.Checking.CertificateCheckFindingCodes;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>Do the certificates of the authorities come with it, in order and in time.</summary>
internal static class ChainRules
{
    private const string Rule = "S36";

    public static IEnumerable<Finding> Check(CertificateCheck check)
    {
        CertificateBundle bundle = check.Bundle;
        if (bundle.Certificates.Any(c => c.IsRequest))
        {
            yield break;
        }

        IReadOnlyList<int> path = bundle.Path();
        CertificateFacts last = bundle.Certificates[path[path.Count - 1]];
        if (path.Count == 1 && !last.IsSelfSigned && (check.IsLive || bundle.Certificates.Count > 1))
        {
            string issuer = last.Issuer;
            yield return check.IsLive
                ? Findings.Warning(ChainIncomplete, check.Subject,
                    $"The server does not send the certificate of its authority ({issuer}). Phones and mail servers that do not know it "
                        + "refuse the connection.",
                    "Install the intermediate certificate into the store of the server.", Rule)
                : Findings.Information(ChainIncomplete, check.Subject, $"The certificate of its authority ({issuer}) is not in the file.",
                    "Import that one too.", Rule);
        }

        bool inOrder = path.Select((place, i) => place == i).All(same => same);
        if (bundle.IsOrdered && !inOrder)
        {
            yield return Findings.Warning(ChainOrder, check.Subject,
                "The certificates are out of order: each must be followed by the one that signed it. Strict clients refuse such a chain.",
                "Put the certificate of the server first, then its authority, and so on.", Rule,
                [.. path.Select(p => bundle.Certificates[p].Subject)]);
        }

        foreach (CertificateFacts authority in path.Skip(1).Select(p => bundle.Certificates[p])
            .Where(a => check.Now > a.NotAfter || check.Now < a.NotBefore))
        {
            yield return Findings.Error(ChainNotValid, authority.Subject,
                $"The certificate of the authority is valid from {DayText.Of(authority.NotBefore!.Value)} to "
                    + $"{DayText.Of(authority.NotAfter!.Value)}, and not on {DayText.Of(check.Now)}.",
                "Replace it by the present one of the authority.", Rule);
        }

        string[] strays = [
            .. Enumerable.Range(0, bundle.Certificates.Count).Where(i => !path.Contains(i)).Select(i => bundle.Certificates[i].Subject)];
        if (strays.Length > 0)
        {
            yield return Findings.Information(ChainStray, check.Subject,
                $"{NameList.Describe(strays)} did not sign it, nor its authorities.", "Leave out what does not belong to it.", Rule,
                strays);
        }
    }
}
