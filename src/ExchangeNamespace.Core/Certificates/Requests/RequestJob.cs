using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Certificates.Requests;

/// <summary>One certificate to request.</summary>
/// <param name="Index">Its number among the certificates of the plan, from 1.</param>
/// <param name="Certificate">The certificate.</param>
/// <param name="Server">The Exchange server that makes the request and keeps the key; null where Exchange does not make it.</param>
internal sealed record RequestJob(int Index, PlannedCertificate Certificate, PlannedServer? Server)
{
    /// <summary>Nothing for a lone request, else a word of its own for each: the site, the proxy, or the number.</summary>
    public static IReadOnlyList<string?> Suffixes(IReadOnlyList<RequestJob> jobs)
    {
        if (jobs.Count < 2)
        {
            return [.. jobs.Select(_ => (string?)null)];
        }

        IReadOnlyList<string> words = [.. jobs.Select(j => Word(j.Certificate))];
        ILookup<string, string> same = words.ToLookup(w => w, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. jobs.Select((job, i) =>
            {
                string number = job.Index.ToString(CultureInfo.InvariantCulture);
                bool alone = same[words[i]].Count() == 1;
                return words[i].Length == 0 ? number : alone ? words[i] : words[i] + "-" + number;
            }),
        ];

        static string Word(PlannedCertificate certificate) => WindowsFilePath.Sanitise(
            certificate.Sites.FirstOrDefault(s => s.Length > 0)
            ?? (certificate.Sites.Count == 0 ? PlannedCertificate.ReverseProxyMachine : string.Empty));
    }
}
