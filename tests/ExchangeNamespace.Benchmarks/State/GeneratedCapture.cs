using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace ExchangeNamespace.Benchmarks.State;

/// <summary>A capture of many servers as the capture script writes it: one CliXml file a command, UTF-16, nine services a server.</summary>
internal static class GeneratedCapture
{
    private static readonly (string Cmdlet, string Directory, string Path)[] Directories =
    [
        ("Get-WebServicesVirtualDirectory", "EWS", "/EWS/Exchange.asmx"),
        ("Get-OabVirtualDirectory", "OAB", "/OAB"),
        ("Get-ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync", "/Microsoft-Server-ActiveSync"),
        ("Get-OwaVirtualDirectory", "owa", "/owa"),
        ("Get-EcpVirtualDirectory", "ecp", "/ecp"),
        ("Get-MapiVirtualDirectory", "mapi", "/mapi"),
        ("Get-PowerShellVirtualDirectory", "PowerShell", "/PowerShell"),
    ];

    public static string Name(int server) => "EX" + server.ToString("d6", CultureInfo.InvariantCulture);

    /// <summary>The files; every server is as setup left it.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Files(int servers)
    {
        List<(string, byte[])> files =
        [
            File("Get-ExchangeServer", servers, (w, s) => w
                .Text("Name", s).Text("Fqdn", s + ".corp.contoso.com").Object("Identity", s).Object("Site", "corp.contoso.com/Configuration/Sites/Main")
                .Object("AdminDisplayVersion", "Version 15.1 (Build 2507.6)").Object("ServerRole", "Mailbox").Flag("IsClientAccessServer", true)),
            File("Get-ClientAccessService", servers, (w, s) => w
                .Text("Name", s).Object("Identity", s).Uri("AutoDiscoverServiceInternalUri", $"https://{s}.corp.contoso.com/Autodiscover/Autodiscover.xml").List("AutoDiscoverSiteScope", "Main")),
            File("Get-OutlookAnywhere", servers, (w, s) => w
                .Object("Identity", s + "\\Rpc (Default Web Site)").Text("Name", "Rpc (Default Web Site)").Object("Server", s).Object("InternalHostname", s + ".corp.contoso.com").Null("ExternalHostname")
                .Flag("InternalClientsRequireSsl", false).Flag("ExternalClientsRequireSsl", false).Object("InternalClientAuthenticationMethod", "Ntlm").Object("ExternalClientAuthenticationMethod", "Negotiate").Flag("SSLOffloading", true)),
        ];
        foreach ((string cmdlet, string directory, string path) in Directories)
        {
            files.Add(File(cmdlet, servers, (w, s) => w
                .Object("Identity", $"{s}\\{directory} (Default Web Site)").Text("Name", directory + " (Default Web Site)").Object("Server", s)
                .Uri("InternalUrl", $"https://{s}.corp.contoso.com{path}").Null("ExternalUrl").Object("AdminDisplayVersion", "Version 15.1 (Build 2507.6)")
                .List("InternalAuthenticationMethods", "Ntlm", "WindowsIntegrated").List("ExternalAuthenticationMethods", "Ntlm").List("IISAuthenticationMethods", "Ntlm", "OAuth", "Negotiate")
                .Flag("BasicAuthentication", false).Flag("WindowsAuthentication", true).Flag("DigestAuthentication", false).Flag("RequireSSL", true)));
        }

        return files;
    }

    private static (string Name, byte[] Content) File(string cmdlet, int servers, Func<CliXmlWriter, string, CliXmlWriter> write)
    {
        CliXmlWriter writer = new(cmdlet);
        for (int i = 0; i < servers; i++)
        {
            writer.Start();
            write(writer, Name(i)).End();
        }

        return (cmdlet + ".xml", writer.Finish());
    }

    private sealed class CliXmlWriter(string cmdlet)
    {
        private readonly StringBuilder _text = new("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\r\n");
        private int _id = -1;
        private bool _hasTypes;

        public void Start()
        {
            _text.Append("  <Obj RefId=\"").Append(++_id).Append("\">\r\n").Append(_hasTypes
                ? "    <TNRef RefId=\"0\" />\r\n"
                : "    <TN RefId=\"0\">\r\n      <T>Selected.System.Management.Automation.PSCustomObject</T>\r\n      <T>System.Management.Automation.PSCustomObject</T>\r\n      <T>System.Object</T>\r\n    </TN>\r\n");
            _hasTypes = true;
            _text.Append("    <MS>\r\n");
            Text("CapturedBy", cmdlet);
        }

        public void End() => _text.Append("    </MS>\r\n  </Obj>\r\n");

        public CliXmlWriter Text(string name, string value) => Line("S", name, value);

        public CliXmlWriter Uri(string name, string value) => Line("URI", name, value);

        public CliXmlWriter Flag(string name, bool value) => Line("B", name, value ? "true" : "false");

        public CliXmlWriter Null(string name)
        {
            _text.Append("      <Nil N=\"").Append(name).Append("\" />\r\n");
            return this;
        }

        public CliXmlWriter Object(string name, string value)
        {
            _text.Append("      <Obj N=\"").Append(name).Append("\" RefId=\"").Append(++_id).Append("\">\r\n        <ToString>").Append(value)
                .Append("</ToString>\r\n        <Props>\r\n          <S N=\"Name\">").Append(value).Append("</S>\r\n          <B N=\"IsDeleted\">false</B>\r\n        </Props>\r\n      </Obj>\r\n");
            return this;
        }

        public CliXmlWriter List(string name, params string[] values)
        {
            _text.Append("      <Obj N=\"").Append(name).Append("\" RefId=\"").Append(++_id).Append("\">\r\n        <LST>\r\n");
            foreach (string value in values)
            {
                _text.Append("          <S>").Append(value).Append("</S>\r\n");
            }

            _text.Append("        </LST>\r\n      </Obj>\r\n");
            return this;
        }

        public byte[] Finish() => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(_text.Append("</Objs>").ToString())];

        private CliXmlWriter Line(string kind, string name, string value)
        {
            _text.Append("      <").Append(kind).Append(" N=\"").Append(name).Append("\">").Append(value).Append("</").Append(kind).Append(">\r\n");
            return this;
        }
    }
}
