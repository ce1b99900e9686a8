using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>What a server does with a certificate beyond keeping it: its default for mail, and what names it.</summary>
internal static class ServerCertificates
{
    private const string Default = "InternalTransportCertificateThumbprint";

    /// <summary>Adds a real certificate with its key. Exchange refuses one that is there already.</summary>
    public static StandInCertificate Add(CommandCall call, StandInContainer server, X509Certificate2 real)
    {
        if (server.Contains(real.Thumbprint))
        {
            throw StandInFault.Exists("ExchangeCertificate", real.Thumbprint);
        }

        StandInCertificate item = new(server.Name, real.Thumbprint) { Presented = real };
        item["Subject"] = real.Subject;
        item["Issuer"] = real.Issuer;
        item["CertificateDomains"] = real.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(e => e.EnumerateDnsNames()).ToArray();
        item["HasPrivateKey"] = real.HasPrivateKey;
        item["IsSelfSigned"] = real.Subject == real.Issuer;
        item["PrivateKeyExportable"] = call.Value("PrivateKeyExportable");
        item["Status"] = "Valid";
        item["Services"] = new[] { "None" };
        server.Add(item);
        return item;
    }

    /// <summary>The question whether the default SMTP certificate is overwritten: -Force says yes, and without it a person said no.</summary>
    public static void AnswerForMail(CommandCall call, string server, string thumbprint, string[] services)
    {
        if (services.Contains("SMTP") && call.Switch("Force"))
        {
            call.State[server]["TransportServer"][Default] = thumbprint;
        }
    }

    /// <summary>A certificate that mail between servers or a connector uses is not removed.</summary>
    public static void RefuseInUse(CommandCall call, StandInObject item)
    {
        if (item.Identity.Equals(call.State[item.Server]["TransportServer"][Default]))
        {
            throw StandInFault.Invalid("The internal transport certificate cannot be removed.");
        }

        string name = "<I>" + item["Issuer"] + "<S>" + item["Subject"];
        bool isOnlyOne = call.State[item.Server].Objects.Count(o => o is StandInCertificate && "<I>" + o["Issuer"] + "<S>" + o["Subject"] == name) == 1;
        if (isOnlyOne && call.State.Organization.Objects.Concat(call.State[item.Server].Objects).Any(o => name.Equals(o["TlsCertificateName"])))
        {
            throw StandInFault.Invalid("A connector uses the certificate '" + item.Identity + "'.");
        }
    }
}
