using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public class DesignCommandTests : CommandTest
{
    private const string Quiet = " -WarningAction SilentlyContinue";

    private static readonly string Capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

    [Fact]
    public void A_state_objects_files_and_paths_give_the_same_design()
    {
        const string Show = " | ForEach-Object { \"$($_.Members | Where-Object { -not $_.Server })\" }";
        string expected = Assert.Single(Lines("Import-ExchangeState $args[0] | ConvertTo-NamespaceDesign" + Quiet + Show, Capture));

        Assert.Contains("ExternalHost = mail.contoso.com (Guess)", expected);
        Assert.Equal([expected], Lines("ConvertTo-NamespaceDesign (Import-ExchangeState $args[0])" + Quiet + Show, Capture));
        Assert.Equal([expected], Lines("ConvertTo-NamespaceDesign -Path $args[0]" + Quiet + Show, Capture));
        Assert.Equal([expected], Lines("ConvertTo-NamespaceDesign -LiteralPath $args[0]" + Quiet + Show, Capture));
        Assert.Equal([expected], Lines("$args[0] | ConvertTo-NamespaceDesign" + Quiet + Show, Capture));
        Assert.Equal([expected], Lines("[System.IO.Directory]::GetFiles($args[0]) | ForEach-Object { [System.IO.FileInfo]::new($_) } | ConvertTo-NamespaceDesign" + Quiet + Show, Capture));
    }

    [Fact]
    public void An_empty_text_does_not_stand_for_the_present_folder() =>
        Fault(Run("[void] $ExecutionContext.SessionState.Path.SetLocation($args[0]); ConvertTo-NamespaceDesign ''", Capture), "ConvertToNamespaceDesignCommand",
            "PathInvalid", ErrorCategory.InvalidArgument);

    [Fact]
    public void The_file_and_the_object_give_the_same_plan()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("exn-design").FullName, "design.json");
        HostRun run = Run(
            "$d = ConvertTo-NamespaceDesign $args[0] -OutPath $args[1]" + Quiet + "; $d | Get-NamespacePlan" + Quiet + " | Export-VirtualDirectoryScript" + Quiet
                + "; '--'; Get-NamespacePlan -Path $args[1]" + Quiet + " | Export-VirtualDirectoryScript" + Quiet,
            Capture, file);

        Assert.Empty(run.Errors);
        string[] lines = [.. run.Output.Select(o => o?.ToString() ?? string.Empty)];
        int middle = System.Array.IndexOf(lines, "--");
        Assert.Equal(16, middle);
        Assert.Equal(lines[..middle], lines[(middle + 1)..]);
        Assert.All(File.ReadAllText(file), c => Assert.InRange(c, '\n', '~'));
        Assert.Contains("\"Comment\": [", File.ReadAllText(file));
    }

    [Fact]
    public void A_file_is_replaced_with_force_only_and_never_with_WhatIf()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("exn-design").FullName, "design.json");
        HostRun rehearsal = Run("ConvertTo-NamespaceDesign $args[0] -OutPath $args[1] -WhatIf" + Quiet, Capture, file);
        Assert.Single(rehearsal.Output);
        Assert.False(File.Exists(file));

        File.WriteAllText(file, "mine");
        HostRun refused = Run("ConvertTo-NamespaceDesign $args[0] -OutPath $args[1]" + Quiet, Capture, file);
        Assert.Equal("FileExists,ExchangeNamespace.Cmdlets.ConvertToNamespaceDesignCommand", Assert.Single(refused.Errors).FullyQualifiedErrorId);
        Assert.Equal("mine", File.ReadAllText(file));

        Assert.Empty(Run("ConvertTo-NamespaceDesign $args[0] -OutPath $args[1] -Force" + Quiet, Capture, file).Errors);
        Assert.StartsWith("{", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("1 | ConvertTo-NamespaceDesign", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("@{ Name = 'EX01' } | ConvertTo-NamespaceDesign", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("ConvertTo-NamespaceDesign no-such-folder", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("$s = Import-ExchangeState $args[0]; $s, $s | ConvertTo-NamespaceDesign -OutPath x.json", "InputContradiction", ErrorCategory.InvalidData)]
    [InlineData("ConvertTo-NamespaceDesign $args[0] -InternalServer 127.0.0.1", "InputContradiction", ErrorCategory.InvalidData)]
    [InlineData("ConvertTo-NamespaceDesign $args[0] -ExternalServer dns.contoso.com", "AddressInvalid", ErrorCategory.InvalidArgument)]
    public void What_is_no_capture_is_one_error_and_no_design(string script, string id, ErrorCategory category)
    {
        HostRun run = Run(script, Capture);

        ErrorRecord error = Assert.Single(run.Errors);
        Assert.Equal(id + ",ExchangeNamespace.Cmdlets.ConvertToNamespaceDesignCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void What_a_capture_holds_reaches_neither_the_file_nor_the_terminal_as_it_is()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("exn-design").FullName, "design.json");
        const string Objects =
            """
            $t = [string][char]0x202E + '"], "x'
            $o = 'EX01', 'EX02' | ForEach-Object {
                [pscustomobject]@{ CapturedBy = 'Get-ExchangeServer'; Name = $_; Fqdn = "$_.contoso.com"; Site = "A$t"; AdminDisplayVersion = 'Version 15.2 (Build 2562.17)' }
                [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = "$_\owa (Default Web Site)"; InternalUrl = "https://a$t.contoso.com/owa"; ExternalUrl = "https://mail.contoso.com/$_$t" }
                [pscustomobject]@{ CapturedBy = 'Get-SendConnector'; Name = "$_$t"; Identity = "$_$t"; Fqdn = "$_$t.contoso.com"; AddressSpaces = '*' }
            }
            """;
        HostRun run = Run(Objects + "; $d = $o | ConvertTo-NamespaceDesign -OutPath $args[0]" + Quiet + "; $d.Members; $d.Findings; Get-NamespacePlan -Path $args[0]" + Quiet, file);

        Assert.Empty(run.Errors);
        Assert.All(File.ReadAllText(file), c => Assert.InRange(c, '\n', '~'));
        Assert.DoesNotContain(run.Output, o => o!.ToString()!.Contains('\u202E'));
    }
}
