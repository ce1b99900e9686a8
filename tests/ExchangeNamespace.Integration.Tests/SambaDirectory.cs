using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.NetworkInformation;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>
/// A domain controller of Samba in a folder, on an address of the loopback of its own, with LDAP and nothing else. One for all tests: its
/// domain takes several seconds to make.
/// </summary>
public sealed class SambaDirectory : IDisposable
{
    public const string Domain = "CORP";
    public const string Password = "Secret.0f.a.Test";
    public const string BaseName = "DC=corp,DC=example";

    private const string Tool = "/usr/bin/samba-tool";
    private const string Server = "/usr/sbin/samba";
    private const string Schema = "/usr/share/samba/setup/ad-schema";
    private const int Ldaps = 636;

    private readonly string _folder = Directory.CreateTempSubdirectory("exn-samba").FullName;
    private readonly string? _why;
    private readonly Process? _server;

    public SambaDirectory()
    {
        _why = !Directory.Exists(Schema) || !File.Exists(Tool) || !File.Exists(Server) ? "samba-ad-dc and samba-ad-provision are not installed."
            : !Environment.IsPrivilegedProcess ? "Samba starts as root only." : null;
        if (_why is not null)
        {
            return;
        }

        using (TestAuthority authority = new())
        using (X509Certificate2 certificate = authority.Issue(["dc01.corp.example"], subject: "CN=" + Address))
        {
            File.WriteAllText(CertificateFile, authority.Pem);
            File.WriteAllText(Path.Combine(_folder, "dc.pem"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(_folder, "dc.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            Run("chmod", "600", Path.Combine(_folder, "dc.key"));
        }

        Run(Tool, "domain", "provision", "--realm=CORP.EXAMPLE", "--domain=" + Domain, "--server-role=dc", "--dns-backend=NONE", "--adminpass=" + Password,
            "--targetdir=" + _folder, "--host-name=dc01", "--host-ip=" + Address);
        string configuration = Path.Combine(_folder, "etc", "smb.conf");
        File.WriteAllText(configuration, $"""
            [global]
              netbios name = DC01
              realm = CORP.EXAMPLE
              workgroup = {Domain}
              server role = active directory domain controller
              server services = ldap
              interfaces = {Address}/8
              bind interfaces only = yes
              private dir = {_folder}/private
              state directory = {_folder}/state
              cache directory = {_folder}/cache
              lock directory = {_folder}
              pid directory = {_folder}
              binddns dir = {_folder}/bind-dns
              ncalrpc dir = {_folder}/ncalrpc
              log file = {_folder}/log
              tls enabled = yes
              tls keyfile = {_folder}/dc.key
              tls certfile = {_folder}/dc.pem
              tls cafile = {CertificateFile}

            """);
        _server = Process.Start(new ProcessStartInfo(Server, ["-i", "-M", "single", "-s", configuration]) { RedirectStandardInput = true })!;
        WaitFor(Ldaps);
    }

    /// <summary>Where it listens, on the ports that LDAP has everywhere.</summary>
    public static string Address => "127.88.0.1";

    /// <summary>The certificate of the authority that its own was issued by.</summary>
    public string CertificateFile => Path.Combine(_folder, "ca.pem");

    /// <summary>Skips the test where the server cannot be started.</summary>
    public void OrSkip()
    {
        if (_why is not null)
        {
            Assert.Skip(_why);
        }
    }

    /// <summary>Runs samba-tool on the data of the server, which sees it at once.</summary>
    public void Do(params string[] arguments) => Run(Tool, [.. arguments, "-s", Path.Combine(_folder, "etc", "smb.conf")]);

    /// <summary>
    /// Writes a name onto an account below the rules of a domain controller, which refuses a name that another account has
    /// (CVE-2022-0336): directories of the time before that rule have such names.
    /// </summary>
    public void AddDuplicate(string distinguishedName, string name) => Run("/usr/bin/python3", "-c", """
        import sys, ldb
        db = ldb.Ldb("tdb://" + sys.argv[1])
        message = ldb.Message()
        message.dn = ldb.Dn(db, sys.argv[2])
        message["name"] = ldb.MessageElement([sys.argv[3]], ldb.FLAG_MOD_ADD, "servicePrincipalName")
        db.modify(message)
        """, Path.Combine(_folder, "private", "sam.ldb.d", BaseName.ToUpperInvariant() + ".ldb"), distinguishedName, name);

    public void Dispose()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit();
            _server.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private void WaitFor(int port)
    {
        DateTime end = DateTime.UtcNow.AddMinutes(1);
        while (!IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == port && l.Address.ToString() == Address))
        {
            Assert.True(!_server!.HasExited && DateTime.UtcNow < end, "Samba does not listen.");
            Thread.Yield();
        }
    }

    private static void Run(string program, params string[] arguments) => InstalledProgram.Output(new ProcessStartInfo(program, arguments));
}
