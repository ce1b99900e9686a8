using System;
using System.Diagnostics;
using System.Linq;
using ExchangeNamespace.Shell.Hosting;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Integration.Tests;

/// <summary>Test-KerberosSpn in a real PowerShell against a real domain controller.</summary>
public sealed class KerberosSpnTests(SambaDirectory directory) : IClassFixture<SambaDirectory>
{
    private const string Computers = ",CN=Computers," + SambaDirectory.BaseName;

    /// <summary>Each line is one answer: subject, verdict and outcome; an error is its id.</summary>
    private const string Script = """
        $plan = Get-NamespacePlan EX01 mail.contoso.com -ADDomain contoso.com -ExchangeVersion SE -DnsModel Split -WarningAction Ignore
        function Sign-In([string] $Password) { [pscredential]::new('CORP\Administrator', (ConvertTo-SecureString $Password -AsPlainText -Force)) }
        function Ask([string] $Name, [hashtable] $With) {
            Test-KerberosSpn $plan @With -ErrorAction SilentlyContinue -ErrorVariable failed | ForEach-Object { "$Name|$($_.Subject)|$($_.Verdict)|$($_.Outcome)" }
            $failed | ForEach-Object { "$Name|$($_.FullyQualifiedErrorId.Split(',')[0])" }
        }
        $right = @{ AccountName = 'CORP\EXCHASA$'; Directory = "${at}:636"; Credential = Sign-In $password }

        """;

    [Fact]
    public void Names_of_a_real_directory_are_found_missing_elsewhere_and_twice()
    {
        RealPowerShell shell = Prepare();
        foreach (string account in new[] { "EXCHASA", "OLDASA" })
        {
            directory.Do("computer", "create", account);
            directory.Do("user", "setpassword", account + "$", "--newpassword=" + SambaDirectory.Password + account);
            directory.Do("user", "enable", account + "$");
        }

        string[] missing = Ask(shell, "Ask now $right", trusted: true);
        directory.Do("spn", "add", "http/mail.contoso.com", "EXCHASA$");
        directory.Do("spn", "add", "HTTP/autodiscover.contoso.com", "OLDASA$");
        string[] elsewhere = Ask(shell, "Ask now $right; Ask gone ($right + @{ ClientAccessArray = 'x.contoso.com' }); $right.AccountName = 'CORP\\NOSUCH$'; Ask absent $right; $right.AccountName = 'OTHER\\EXCHASA$'; Ask other $right", trusted: true);
        directory.AddDuplicate("CN=OLDASA" + Computers, "http/mail.contoso.com");
        string[] twice = Ask(shell, "Ask now $right; $right.Directory = \"${at}:3269\"; Ask forest $right", trusted: true);

        Assert.Equal(["now|CORP\\EXCHASA$|Equal|Warning", "now|http/mail.contoso.com|Missing|Failed", "now|http/autodiscover.contoso.com|Missing|Failed"], missing);
        Assert.Equal(
            ["now|CORP\\EXCHASA$|Equal|Warning", "now|http/mail.contoso.com|Equal|Passed", "now|http/autodiscover.contoso.com|Elsewhere|Failed",
                "gone|InputContradiction", "absent|CORP\\NOSUCH$|Missing|Failed", "absent|http/mail.contoso.com|Elsewhere|Failed",
                "absent|http/autodiscover.contoso.com|Elsewhere|Failed", "other|DirectoryOfOtherDomain"], elsewhere);
        Assert.Equal(
            ["now|CORP\\EXCHASA$|Equal|Warning", "now|http/mail.contoso.com|Duplicate|Failed", "now|http/autodiscover.contoso.com|Elsewhere|Failed",
                "forest|CORP\\EXCHASA$|Equal|Unknown", "forest|http/mail.contoso.com|Duplicate|Failed", "forest|http/autodiscover.contoso.com|Elsewhere|Failed"], twice);
    }

    [Fact]
    public void Faults_of_the_way_to_a_directory_are_told_apart()
    {
        RealPowerShell shell = Prepare();

        Assert.Equal(
            ["password|DirectoryRefused", "clear|DirectoryNeedsTls", "ticket|DirectoryRefused", "down|DirectoryUnreachable"],
            Ask(shell, """
                $wrong = $right.Clone(); $wrong.Credential = Sign-In 'not this one'; Ask password $wrong
                $wrong = $right.Clone(); $wrong.Directory = $at; Ask clear $wrong
                $wrong.Remove('Credential'); Ask ticket $wrong
                $wrong = $right.Clone(); $wrong.Directory = "${at}:9"; Ask down $wrong
                """, trusted: true));
        Assert.Equal(["untrusted|DirectoryUnreachable"], Ask(shell, "Ask untrusted $right", trusted: false));
    }

    private RealPowerShell Prepare()
    {
        directory.OrSkip();
        return RealPowerShell.PwshOrSkip();
    }

    private string[] Ask(RealPowerShell shell, string script, bool trusted)
    {
        string text = $"$at = '{SambaDirectory.Address}'; $password = '{SambaDirectory.Password}'\nImport-Module '{ModuleHost.FindManifest()}'\n" + Script + script;
        ProcessStartInfo start = shell.StartInfo("-OutputFormat", "Text", "-EncodedCommand", Convert.ToBase64String(System.Text.Encoding.Unicode.GetBytes(text)));
        if (trusted)
        {
            start.Environment["LDAPTLS_CACERT"] = directory.CertificateFile;
        }

        ProgramRun run = RealPowerShell.Run(start);
        Assert.Empty(run.Errors);
        return [.. run.Output.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0)];
    }
}
