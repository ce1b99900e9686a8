using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Certificates of a server: request, import, services, removal.</summary>
internal static class CertificateCommands
{
    private const string Pending = "PendingRequest";

    /// <summary>Requests a certificate, or makes a self-signed one.</summary>
    public static IEnumerable<object> New(CommandCall call)
    {
        bool request = call.Switch("GenerateRequest");
        string? path = call.Text("Path") ?? call.Text("RequestFile");
        if (path is not null && !request)
        {
            throw StandInFault.Invalid("A request file needs -GenerateRequest.");
        }

        StandInContainer server = call.ServerOrLocal();
        string[] domains = Domains(call, server);
        if (!call.Confirmed(server.Name))
        {
            return [];
        }

        string subject = Subject(call);
        string content = subject + "|" + string.Join(",", domains) + "|" + StandInState.Text(call.Value("KeySize"));
        string thumbprint = Thumbprint(Encoding.UTF8.GetBytes(content + "|" + server.Objects.Count.ToString(CultureInfo.InvariantCulture)));
        var item = new StandInCertificate(server.Name, thumbprint);
        call.Store(item, "Server", "Path", "RequestFile", "DomainName", "Services", "SubjectName");
        item["Subject"] = subject;
        item["CertificateDomains"] = domains;
        item["Status"] = request ? Pending : "Valid";
        item["Services"] = Services(call);
        server.Add(item);
        ServerCertificates.AnswerForMail(call, server.Name, thumbprint, Services(call));
        return request ? Request(call, path, content) : [item.ToOutput()];
    }

    /// <summary>Completes a pending request, or adds a certificate that comes with its key.</summary>
    public static IEnumerable<object> Import(CommandCall call)
    {
        StandInContainer server = call.ServerOrLocal();
        string? path = call.Text("Path") ?? call.Text("FileName");
        byte[] bytes = path is not null ? call.State.Files.ReadAllBytes(path)
            : call.Value("FileData") as byte[] ?? Encoding.UTF8.GetBytes(StandInState.Text(call.Value("Instance")));
        if (bytes.Length == 0)
        {
            throw StandInFault.Invalid("The certificate is empty.");
        }

        if (!call.Confirmed(server.Name))
        {
            return [];
        }

        if (CertificateFile.ReadKeyFile(bytes) is { } exported)
        {
            return WithKey(call, server, exported);
        }

        if (call.Value("Password") is SecureString password && CertificateFile.ReadPkcs12(bytes, password) is { } withKey)
        {
            return [ServerCertificates.Add(call, server, withKey).ToOutput()];
        }

        StandInObject? pending = ObjectFinder.All(call, "ExchangeCertificate", server).FirstOrDefault(c => Equals(c["Status"], Pending));
        using X509Certificate2? real = CertificateFile.ReadCertificate(bytes);
        string thumbprint = real?.Thumbprint ?? Thumbprint(bytes);
        StandInObject item = pending?.CopyAs(thumbprint, thumbprint, thumbprint) ?? new StandInCertificate(server.Name, thumbprint);
        if (real is not null)
        {
            item["Subject"] = real.Subject;
            item["Issuer"] = real.Issuer;
        }

        if (pending is not null)
        {
            server.Remove(pending);
        }

        call.Store(item, "Server", "Path", "FileName", "FileData", "Password");
        item["Status"] = "Valid";
        item["Services"] ??= new[] { "None" };
        server.Add(item);
        return [item.ToOutput()];
    }

    private static IEnumerable<object> WithKey(CommandCall call, StandInContainer server, string thumbprint)
    {
        if (call.Value("Password") is not SecureString)
        {
            throw StandInFault.Invalid("The file with the key needs its password.");
        }

        StandInObject source = call.State.Servers.Where(s => s.Contains(thumbprint)).Select(s => s[thumbprint]).FirstOrDefault()
            ?? throw StandInFault.NotFound("ExchangeCertificate", thumbprint);
        StandInCertificate item = new(server.Name, thumbprint);
        foreach (string property in (string[])["Subject", "Issuer", "CertificateDomains", "Status"])
        {
            item[property] = source[property];
        }

        item["Services"] = new[] { "None" };
        server.Add(item);
        return [item.ToOutput()];
    }

    /// <summary>Adds services to a certificate. The web server has one certificate, so IIS moves.</summary>
    public static IEnumerable<object> Enable(CommandCall call)
    {
        StandInObject item = One(call);
        if (Equals(item["Status"], Pending))
        {
            throw StandInFault.Invalid("The certificate '" + item.Identity + "' is a pending request.");
        }

        if (!call.Confirmed(item.Identity))
        {
            return [];
        }

        string[] added = Services(call);
        if (added.Contains("IIS"))
        {
            foreach (StandInObject other in ObjectFinder.All(call, "ExchangeCertificate", call.State[item.Server]))
            {
                other["Services"] = Names(other["Services"]).Where(s => s != "IIS").ToArray();
            }
        }

        ServerCertificates.AnswerForMail(call, item.Server, item.Identity, added);
        string[] all = [.. Names(item["Services"]).Union(added).Where(s => s != "None").Order(StringComparer.Ordinal)];
        item["Services"] = all.Length == 0 ? ["None"] : all;
        return [];
    }

    /// <summary>Reads certificates.</summary>
    public static IEnumerable<object> Get(CommandCall call)
    {
        if (Named(call) is not null)
        {
            return [One(call).ToOutput()];
        }

        IEnumerable<StandInObject> found = ObjectFinder.All(call, "ExchangeCertificate", call.ServerOrLocal());
        if (call.Value("DomainName") is string[] wanted)
        {
            found = found.Where(c => wanted.All(name => Names(c["CertificateDomains"]).Contains(name, StringComparer.OrdinalIgnoreCase)));
        }

        return found.Select(item => item.ToOutput());
    }

    /// <summary>Removes a certificate.</summary>
    public static IEnumerable<object> Remove(CommandCall call)
    {
        StandInObject item = One(call);
        ServerCertificates.RefuseInUse(call, item);
        if (call.Confirmed(item.Identity))
        {
            call.State[item.Server].Remove(item);
        }

        return [];
    }

    /// <summary>Gives a certificate as text or bytes, or writes it to a file in memory.</summary>
    public static IEnumerable<object> Export(CommandCall call)
    {
        StandInObject item = One(call);
        if (call.Value("Password") is SecureString && call.Confirmed(item.Identity))
        {
            return KeyFile(call, item);
        }

        return call.Confirmed(item.Identity)
            ? Request(call, call.Text("Path") ?? call.Text("FileName"), StandInState.Text(item["Subject"]) + item.Identity)
            : [];
    }

    private static IEnumerable<object> KeyFile(CommandCall call, StandInObject item)
    {
        byte[] bytes = CertificateFile.WriteKeyFile(item.Identity);
        if ((call.Text("Path") ?? call.Text("FileName")) is { } path)
        {
            call.State.Files.WriteAllBytes(path, bytes);
            return [];
        }

        var output = new PSObject();
        output.Properties.Add(new PSNoteProperty("FileData", bytes));
        return [output];
    }

    private static IEnumerable<object> Request(CommandCall call, string? path, string content)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(content);
        string text = "-----BEGIN NEW CERTIFICATE REQUEST-----\r\n"
            + Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)
            + "\r\n-----END NEW CERTIFICATE REQUEST-----\r\n";
        bool binary = call.Switch("BinaryEncoded");
        if (path is not null)
        {
            call.State.Files.WriteAllBytes(path, binary ? bytes : Encoding.ASCII.GetBytes(text));
            return [];
        }

        if (!binary)
        {
            return [text];
        }

        var output = new PSObject();
        output.Properties.Add(new PSNoteProperty("FileData", bytes));
        return [output];
    }

    private static string[] Domains(CommandCall call, StandInContainer server)
    {
        IEnumerable<string> names = call.Value("DomainName") as string[] ?? [];
        if (call.Value("SubjectName") is X500DistinguishedName subject)
        {
            names = subject.EnumerateRelativeDistinguishedNames()
                .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.3")
                .Select(part => part.GetSingleElementValue() ?? string.Empty)
                .Concat(names);
        }

        return
        [
            .. names
                .Concat(call.Switch("IncludeServerFQDN") ? [server.Fqdn] : [])
                .Concat(call.Switch("IncludeServerNetBIOSName") ? [server.Name] : [])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static string Subject(CommandCall call) =>
        call.Value("SubjectName") is X500DistinguishedName subject ? subject.Name
        : call.Value("Instance") is StandInObject source ? StandInState.Text(source["Subject"])
        : "CN=" + call.ServerOrLocal().Name;

    private static string[] Services(CommandCall call) => call.Value("Services") as string[] ?? ["None"];

    private static IEnumerable<string> Names(object? value) => value as IEnumerable<string> ?? [];

    private static string? Named(CommandCall call) =>
        call.Text("Thumbprint") ?? call.Text("Identity") ?? (call.Value("Instance") as StandInObject)?.Identity;

    private static StandInObject One(CommandCall call)
    {
        string identity = Named(call) ?? throw StandInFault.Invalid(call.Entry.Name + " needs a thumbprint.");
        int cut = identity.IndexOf('\\', StringComparison.Ordinal);
        StandInContainer server = cut < 0 ? call.ServerOrLocal() : call.ServerNamed(identity[..cut]);
        string thumbprint = identity[(cut + 1)..].ToUpperInvariant();
        if (!server.Contains(thumbprint))
        {
            if (!call.BindingOnly)
            {
                throw StandInFault.NotFound("ExchangeCertificate", identity);
            }

            server.Add(new StandInCertificate(server.Name, thumbprint))["Subject"] = "CN=" + server.Name;
        }

        return server[thumbprint];
    }

    private static string Thumbprint(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..40];
}
