using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ExchangeNamespace.ScriptParsing;
using ExchangeNamespace.Scripts;
using ExchangeNamespace.Scripts.Rules;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Proof.Scripts;

/// <summary>Scripts that are made to run, to crash the parser or to keep it busy.</summary>
public class HostileScriptTests(ITestOutputHelper output)
{
    private const int Depth = 20_000;

    /// <summary>Of what is read again from each of its lines, and is not deep.</summary>
    private const int Lines = 1_500;

    private const string Seed =
        """
        param([string]$Server = "CAS01") # comment “x”
        function Set-Url([string]$name) { Set-OwaVirtualDirectory -Identity "$name\owa (Default Web Site)" -ExternalUrl "https://mail.contoso.com/owa" }
        if ($Server -eq 'CAS01') { Set-Url $Server } else { Get-ExchangeServer | Where-Object { $_.Name -like "$Server*" } | ForEach-Object { Set-Url $_.Name } }
        Enable-ExchangeCertificate -Thumbprint 5113ae0233a72fccb75b1d0198628675333d010e -Services "IIS,SMTP" -Confirm:$false
        $body = @"
        Set-OutlookAnywhere $($Server) – text
        "@
        Set-OutlookAnywhere -Identity “CAS01\Rpc (Default Web Site)” –ExternalHostname mail.contoso.com -SSLOffloading:$False @more
        [System.IO.File]::WriteAllBytes('C:\x.req', [System.Text.Encoding]::ASCII.GetBytes((New-ExchangeCertificate -GenerateRequest -DomainName a.b,c.d)))
        """;

    private static readonly string[] Pieces =
    [
        "\"", "'", "“", "”", "‘", "’", "–", "—", "(", ")", "{", "}", "[", "]", "@", "@\"\n", "\n\"@", "$(", "`", "|", ";", "\n", "\r", "<", ">", "&", "-", "--%", "#", "<#", "#>", "$",
        "using module x\n", "configuration c {", "-Identity ", "Set-OwaVirtualDirectory ", "\0", "\uFFFF", "\uD800", "é", "&&", "??", "::new()", "class A {", "\u00A0", ",", "=", "%", "@{", "::",
    ];

    public static TheoryData<string, string> Towers => new()
    {
        { "parentheses", Repeat("(") }, { "groups", Repeat("(") + "1" + Repeat(")") }, { "blocks", Repeat("{") }, { "subexpressions", Repeat("$(") }, { "quoted subexpressions", Repeat("\"$(") },
        { "tables", Repeat("@{a=") }, { "arrays", Repeat("@(") }, { "types", "[" + Repeat("a[") }, { "sums", "1" + Repeat("+1") }, { "members", "$a" + Repeat(".a") }, { "calls", "$a" + Repeat(".a()") },
        { "indexes", "$a" + Repeat("[0]") }, { "negations", Repeat("!") + "1" }, { "casts", Repeat("[int]") + "1" }, { "commas", Repeat(",") + "1" }, { "pipes", "a" + Repeat("|a") },
        { "assignments", Repeat("$a=") + "1" }, { "functions", Repeat("function a{") }, { "tries", Repeat("try{") }, { "dashes", Repeat("-") }, { "broken variables", Repeat("${") },
        { "broken lines", Repeat("a <b\n", Lines) }, { "ampersands", Repeat("& ") }, { "quotes", Repeat("\"") }, { "quotes in lines", Repeat("a 'b\n") }, { "here-strings", Repeat("@\"\n", Lines) },
        { "continued lines", Repeat("`\n") }, { "groups over lines", Repeat("(\n") + "1" + Repeat("+1\n)") }, { "attributes", Repeat("[A(") }, { "comments", Repeat("<#") }, { "typographic quotes", Repeat("“ ") },
    };

    [Theory]
    [MemberData(nameof(Towers))]
    public void A_tower_is_read_or_said_not_to_be(string name, string script)
    {
        ScriptModel model = ScriptReader.Read("Get-ExchangeServer\n" + script, () => false);

        Assert.Equal("Get-ExchangeServer", model.Commands.FirstOrDefault()?.Name ?? "Get-ExchangeServer");
        output.WriteLine($"{name}: {model.Commands.Count} commands, {model.Faults.Count} faults");
    }

    [Fact]
    public void A_line_of_a_megabyte_is_checked_like_any_other()
    {
        string ranges = string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"10.{i / 250 % 250}.{i % 250}.0-10.{i / 250 % 250}.{i % 250}.9"));
        string line = "New-ReceiveConnector -Name x -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges " + ranges + " -Nonsense 1";
        Assert.True(line.Length > 1_000_000);

        Assert.Equal("EXN404", Lint.Codes(line, "2016"));
    }

    [Fact]
    public void A_tangled_line_of_a_megabyte_is_left_out_and_the_rest_is_checked()
    {
        string script = "Enable-OutlookAnywhere\n" + string.Concat(Enumerable.Repeat("${", 500_000)) + "\nGet-UMVirtualDirectory";

        Assert.Equal("EXN403 EXN424 EXN403", Lint.Codes(script, "2016"));
    }

    [Fact]
    public void Many_lines_are_read_one_stretch_after_another()
    {
        string script = string.Concat(Enumerable.Range(0, 3000).Select(i => $"Set-OwaVirtualDirectory -Identity \"EX{i}\\owa (Default Web Site)\" -ExternalUrl https://mail{i}.contoso.com/owa\r\n"));

        Lint.AssertClean(script, "2016");
        ScriptFinding last = Assert.Single(Lint.Check(script + "Get-UMVirtualDirectory", "2016"));
        Assert.Equal((3001, 1), (last.Line, last.Column));
    }

    [Theory]
    [InlineData("using assembly ./evil.dll\nGet-UMVirtualDirectory", "EXN422 EXN403")]
    [InlineData("using module ./evil.psm1\nGet-UMVirtualDirectory", "EXN422 EXN403")]
    [InlineData("using <# #> module \\\\server\\share\\evil\nGet-UMVirtualDirectory", "EXN422 EXN403")]
    [InlineData("UsIng module evil", "EXN422")]
    [InlineData("$$using module ./evil.psm1\nGet-UMVirtualDirectory", "EXN421 EXN422 EXN403")]
    [InlineData("$$configuration Evil { Import-DscResource -ModuleName Evil }", "EXN421 EXN422 EXN400")]
    [InlineData("workflow Evil { Get-UMVirtualDirectory }", "EXN422 EXN403")]
    [InlineData("[Evil.Type, evil]$x = 1\nGet-UMVirtualDirectory", "EXN403")]
    [InlineData("configuration Evil { Import-DscResource -ModuleName Evil }", "EXN422 EXN400")]
    public void The_parser_is_kept_from_loading_what_a_script_names(string script, string codes)
    {
        HashSet<string> before = [.. AppDomain.CurrentDomain.GetAssemblies().Select(a => a.FullName!)];

        Assert.Equal(codes, Lint.Codes(script, "2010"));

        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name is "evil" or "Evil" && !before.Contains(a.FullName!));
    }

    [Fact]
    public void An_assembly_that_exists_is_not_loaded_either()
    {
        string copy = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".dll");
        File.Copy(typeof(HostileScriptTests).Assembly.Location, copy);
        try
        {
            int before = AppDomain.CurrentDomain.GetAssemblies().Count(a => a.Location == copy);
            Assert.Equal("EXN422", Lint.Codes($"using assembly '{copy}'", "2013"));
            Assert.Equal(before, AppDomain.CurrentDomain.GetAssemblies().Count(a => a.Location == copy));
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public void Nothing_runs_and_nothing_breaks_in_thousands_of_mutations()
    {
        string marker = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        string seed = Seed + "\nNew-Item '" + marker + "'; $(New-Item '" + marker + "'); \"$(New-Item '" + marker + "')\"";
        Random random = new(20081115);
        Dictionary<string, int> seen = [];
        for (int i = 0; i < RandomCases.Of(usual: 400, full: 5_000); i++)
        {
            string script = Mutate(seed, random);
            string version = EmittedVersions[random.Next(EmittedVersions.Length)];
            IReadOnlyList<ScriptFinding> findings = Lint.Check(script, version);
            foreach (ScriptFinding finding in findings)
            {
                Assert.True(finding.Line >= 1 && finding.Column >= 1 && Text.ShownText.Of(script).Contains(finding.Extent.Length > 200 ? finding.Extent[..200] : finding.Extent, StringComparison.Ordinal), $"mutation {i} of seed 20081115: {finding}");
                seen[finding.Code] = seen.GetValueOrDefault(finding.Code) + 1;
            }

            string fixedScript = ScriptFixer.Apply(script, [script], findings, new HashSet<ScriptFinding>())[0];
            Assert.True(fixedScript.Length <= script.Length + (40 * findings.Count), $"mutation {i}");
        }

        Assert.False(File.Exists(marker));
        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key).Select(s => s.Key + " " + s.Value)));
        Assert.True(seen.Count > 15);
    }

    [Fact]
    public void The_work_for_a_script_is_bounded()
    {
        string quotes = string.Concat(Enumerable.Repeat("@\"\n", 300_000));
        string faults = string.Concat(Enumerable.Repeat("a <b\n", 180_000));

        Assert.Equal(ScriptFaultKind.NotAnalysed, ScriptReader.Read(quotes, () => false).Faults[^1].Kind);
        Assert.InRange(ScriptReader.Read(faults, () => false).Faults.Count, 2000, 10_000);
    }

    [Fact]
    public void The_caller_can_stop_in_the_middle()
    {
        int asked = 0;
        string script = string.Concat(Enumerable.Repeat("@\"\n", 300_000));

        Assert.Throws<OperationCanceledException>(() => ScriptReader.Read(script, () => ++asked > 2));
        Assert.Equal(3, asked);
        ScriptModel model = ScriptReader.Read("Get-ExchangeServer\nGet-ExchangeServer", () => false);
        Assert.Throws<OperationCanceledException>(() => ScriptLinter.Check(model, Lint.Version("2016"), () => true));
    }

    [Fact]
    public void The_caller_can_stop() => Assert.Throws<OperationCanceledException>(() => ScriptReader.Read(string.Concat(Enumerable.Repeat("a <b\n", 50_000)), () => true));

    private static readonly string[] EmittedVersions = ["2007RTM", "2007SP1", "2010", "2013", "2016", "2019", "SE"];

    private static string Repeat(string piece) => Repeat(piece, Depth / piece.Length);

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static string Mutate(string seed, Random random)
    {
        StringBuilder script = new(seed);
        for (int change = random.Next(1, 9); change > 0; change--)
        {
            int place = random.Next(script.Length);
            switch (random.Next(4))
            {
                case 0:
                    script.Insert(place, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    script.Remove(place, Math.Min(random.Next(1, 40), script.Length - place));
                    break;
                case 2:
                    script[place] = (char)random.Next(1, 0x2100);
                    break;
                default:
                    int from = random.Next(script.Length);
                    script.Insert(place, script.ToString(from, Math.Min(random.Next(1, 60), script.Length - from)));
                    break;
            }
        }

        return script.ToString();
    }
}
