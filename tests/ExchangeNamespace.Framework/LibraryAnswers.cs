using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ExchangeNamespace.CertificateFormats;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probes;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Framework;

/// <summary>What comes of a certificate file and of a DNS server, through the private libraries.</summary>
internal static class LibraryAnswers
{
    /// <summary>Asks.</summary>
    /// <param name="certificate">A certificate file.</param>
    /// <param name="server">Address and port of a DNS server.</param>
    public static IEnumerable<string> All(string certificate, string server)
    {
        CertificateFacts leaf = CertificateFactory.Create().Read(File.ReadAllBytes(certificate), null).Bundle!.Leaf!;
        yield return "certificate " + string.Join(" ", leaf.DnsNames.Concat(leaf.CommonNames));
        if (!DnsServerAddress.TryParse(server, "Server", out DnsServerAddress? address, out InputFault? fault))
        {
            throw new ArgumentException(fault.Message, nameof(server));
        }

        foreach (DnsRecordType kind in new[] { DnsRecordType.A, DnsRecordType.AAAA, DnsRecordType.MX, DnsRecordType.TXT })
        {
            DnsAnswer answer = DnsFactory.Create(TimeSpan.FromSeconds(20), 1)
                .AskAsync(address, new DnsQuestion("mail.contoso.com", kind), CancellationToken.None).GetAwaiter().GetResult();
            yield return $"dns {kind} {answer.Status} " + string.Join(" ", answer.Records.Select(r => r.Value));
        }
    }
}
