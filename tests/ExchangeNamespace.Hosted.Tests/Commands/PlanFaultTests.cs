using System;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class PlanFaultTests : CommandTest
{
    private const string Long = "('a' * 50 + '.') * 5 + 'contoso.com'";

    /// <summary>The value, the id, and a word of what to do or what was wanted.</summary>
    public static TheoryData<string, string, string> BadHosts => new()
    {
        { "''", "NameEmpty", "Give a host name" },
        { "' '", "NameHasSpace", "Host names have none" },
        { "'mail contoso.com'", "NameHasSpace", "Host names have none" },
        { "\"mail`ncontoso.com\"", "NameHasSpace", "Host names have none" },
        { "'10.1.2.3'", "IpAddressWhereHostExpected", "need a host name" },
        { "'2001:db8::1'", "IpAddressWhereHostExpected", "need a host name" },
        { "'https://mail.contoso.com/owa'", "UrlWhereHostExpected", "Give the host name alone" },
        { "'mail.contoso.com/owa'", "UrlWhereHostExpected", "Give the host name alone" },
        { "'*.contoso.com'", "WildcardHost", "-CertificateName" },
        { "'mail_1.contoso.com'", "NameHasUnderscore", "use a hyphen" },
        { "'mail.contoso.com.'", "NameTrailingDot", "Leave it out" },
        { "'mail..contoso.com'", "NameEmptyLabel", "two dots" },
        { "'-mail.contoso.com'", "LabelHyphen", "hyphen" },
        { "'mail'", "NameSingleLabel", "Give the full name" },
        { "('a' * 64 + '.contoso.com')", "LabelTooLong", "at most 63" },
        { "(" + Long + ")", "NameTooLong", "at most 253" },
        { "'mail.contoso.123'", "NameNumericTopLevel", "" },
        { "'ma;il.contoso.com'", "NameBadCharacter", "" },
        { "\"mail$([char]0x202E)x.contoso.com\"", "NameNotMappable", "" },
    };

    [Theory]
    [MemberData(nameof(BadHosts))]
    public void A_bad_host_is_refused_in_every_parameter_that_takes_one(string value, string id, string advice)
    {
        foreach (string name in new[] { "ExternalHost", "InternalHost", "AutodiscoverHost", "MailHost", "LegacyHost", "DownloadHost", "ADDomain", "SmtpDomain" })
        {
            HostRun run = Run($"$given['{name}'] = {value}; Get-NamespacePlan EX1 @given");

            ErrorRecord error = Fault(run, "GetNamespacePlanCommand", id, ErrorCategory.InvalidArgument);
            Assert.Equal(Run(value).Output.Single(), error.TargetObject);
            Assert.Contains(name, error.ToString(), StringComparison.Ordinal);
            Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [InlineData("''", "NameEmpty")]
    [InlineData("' '", "NameHasSpace")]
    [InlineData("'CAS 01'", "NameHasSpace")]
    [InlineData("'10.0.0.1'", "IpAddressWhereHostExpected")]
    [InlineData("'https://ex1.contoso.com'", "UrlWhereHostExpected")]
    [InlineData("'*'", "WildcardHost")]
    [InlineData("'CAS_01'", "NameHasUnderscore")]
    [InlineData("'CAS01.'", "NameTrailingDot")]
    [InlineData("('a' * 16)", "NetBiosNameTooLong")]
    [InlineData("('a' * 64)", "LabelTooLong")]
    [InlineData("(" + Long + ")", "NameTooLong")]
    [InlineData("'12345'", "ServerNameNumeric")]
    [InlineData("\"CAS$([char]0x2019)1\"", "NameNotMappable")]
    [InlineData("'CAS1; Remove-Mailbox x'", "NameHasSpace")]
    public void A_bad_server_name_is_refused_as_text_and_in_a_hashtable(string value, string id)
    {
        foreach (string input in new[] { value, $"@{{ Name = {value} }}", $"[pscustomobject] @{{ Name = {value} }}" })
        {
            HostRun run = Run($"{input} | Get-NamespacePlan @given");

            // A table row with an empty name is no server at all.
            bool row = id == "NameEmpty" && input != value;
            ErrorRecord error = Fault(run, "GetNamespacePlanCommand", row ? "ServerNotRecognised" : id, row ? ErrorCategory.InvalidType : ErrorCategory.InvalidArgument);
            if (!row)
            {
                Assert.Equal(Run(value).Output.Single(), error.TargetObject);
            }

            Assert.Contains("Server", error.ToString(), StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("[pscustomobject] @{ Colour = 'red' }", "@{Colour=red}")]
    [InlineData("@{}", "System.Collections.Hashtable")]
    [InlineData("[version] '1.2'", "1.2")]
    public void An_object_that_is_no_server_is_shown_as_the_target(string value, string shown)
    {
        HostRun run = Run($"{value} | Get-NamespacePlan @given");

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", "ServerNotRecognised", ErrorCategory.InvalidType);
        Assert.Equal(shown, error.TargetObject?.ToString());
        Assert.Contains("Get-ExchangeServer", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Parameters, id, category, target, and a word of the message.</summary>
    public static TheoryData<string, string, ErrorCategory, string?, string> Contradictions => new()
    {
        { "EX1, ex1", "ServerDuplicate", ErrorCategory.ResourceExists, "ex1", "more than once" },
        { "EX1, EX1.contoso.com", "ServerDuplicate", ErrorCategory.ResourceExists, "EX1", "more than once" },
        { "@{ Name = 'EX1'; Site = 'C' } -Site @{ Name = 'A' }", "ServerSiteUnknown", ErrorCategory.ObjectNotFound, "EX1", "-Site" },
        { "EX1 -Site @{ Name = 'A' }, @{ Name = 'B' }", "ServerSiteUnknown", ErrorCategory.ObjectNotFound, "EX1", "Add Site" },
        { "EX1 -Site @{ Name = 'A' }, @{ Name = 'a' }", "SiteDuplicate", ErrorCategory.ResourceExists, "a", "given twice" },
        { "EX1 -Site @{ InternetFacing = $true }", "MemberMissing", ErrorCategory.InvalidData, null, "Site[0].Name" },
        { "EX1 -Site @{ Name = 'A'; InternetFacin = $true }", "MemberUnknown", ErrorCategory.InvalidData, "InternetFacin", "InternetFacing" },
        { "EX1 -Site @{ Name = 'A;B' }", "SiteNameInvalid", ErrorCategory.InvalidArgument, "A;B", "Site[0].Name" },
        { "EX1 -Site @{ Name = 'A' }, @{ Name = 'B'; InternetFacing = $false; ExternalHost = 'x.contoso.com' }", "SiteContradiction", ErrorCategory.InvalidData, "B", "Correct one" },
        { "EX1 -Site @{ Name = 'A'; InternetFacing = $false }", "SiteContradiction", ErrorCategory.InvalidData, "mail.contoso.com", "At least one site" },
        { "@{ Name = 'EX1'; Site = 'B'; InternetFacing = $true } -Site @{ Name = 'A' }, @{ Name = 'B'; InternetFacing = $false }", "SiteContradiction", ErrorCategory.InvalidData, "EX1", "Correct one" },
        { "EX1 -ServiceHost @{ Foo = 'x.contoso.com' }", "ValueNotListed", ErrorCategory.InvalidArgument, "Foo", "OWA" },
        { "EX1 -ServiceHost @{ OWA = 'https://x' }", "UrlWhereHostExpected", ErrorCategory.InvalidArgument, "https://x", "ServiceHost.OWA" },
        { "EX1 -ServiceHost @{ OWA = @{ Internal = 'a b' } }", "NameHasSpace", ErrorCategory.InvalidArgument, "a b", "ServiceHost.OWA.Internal" },
        { "EX1 -ServiceHost @{ OWA = @{ Extern = 'a.contoso.com' } }", "MemberUnknown", ErrorCategory.InvalidData, "Extern", "External" },
        { "EX1 -ServiceHost @{ OWA = 'a.contoso.com', 'b.contoso.com' }", "MemberWrongType", ErrorCategory.InvalidType, "*", "ServiceHost.OWA" },
        { "EX1 -Authentication @{ OWA = 'Kerberos' }", "ValueNotListed", ErrorCategory.InvalidArgument, "Kerberos", "Windows" },
        { "EX1 -Authentication @{ OutlookAnywhere = 'Basic', 'Ntlm' }", "ValueOutOfRange", ErrorCategory.InvalidArgument, "*", "takes one" },
        { "EX1 -LegacyHost mail.contoso.com", "InputContradiction", ErrorCategory.InvalidData, "mail.contoso.com", "name of their own" },
        { "EX1 -DownloadHost mail.contoso.com", "InputContradiction", ErrorCategory.InvalidData, "mail.contoso.com", "must differ" },
        { "EX1 -KeepInternalUrl -InternalHost in.contoso.com", "InputContradiction", ErrorCategory.InvalidData, "in.contoso.com", "Leave one out" },
        { "EX1 -ExternalIPAddress 10.0.0", "AddressInvalid", ErrorCategory.InvalidArgument, "10.0.0", "ExternalIPAddress" },
        { "@{ Name = 'EX1'; IPAddress = '10.0.0.1,10.0.0.999' }", "AddressInvalid", ErrorCategory.InvalidArgument, "10.0.0.999", "Server[0].IPAddress" },
        { "EX1 -CertificateName a.*.contoso.com", "WildcardMisplaced", ErrorCategory.InvalidArgument, "a.*.contoso.com", "left-most label" },
        { "@{ Name = 'EX1'; ExtendedProtection = $true } -SslOffloading $true", "SslOffloadingWithExtendedProtection", ErrorCategory.InvalidOperation, "EX1", "-SslOffloading" },
        { "@{ Name = 'EX1'; InternetFacing = 'maybe' }", "MemberWrongType", ErrorCategory.InvalidType, "maybe", "Server[0].InternetFacing" },
        { "@{ Name = 'EX1'; Version = 'Exchange 5.5' }", "VersionUnknown", ErrorCategory.InvalidArgument, "Exchange 5.5", "2007SP1" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_contradiction_is_refused_and_says_what_to_do(string parameters, string id, ErrorCategory category, string? target, string advice)
    {
        HostRun run = Run($"Get-NamespacePlan {parameters} @given");

        ErrorRecord error = run.Errors.Single(e => target == "*" || Equals(e.TargetObject, target));
        Assert.Equal((id + ",ExchangeNamespace.Cmdlets.GetNamespacePlanCommand", category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Contains(advice, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(id == "ServerDuplicate" ? 1 : 0, run.Output.Count);
    }

    [Theory]
    [InlineData("2003", "VersionUnknown", "2003")]
    [InlineData("2007", "VersionAmbiguous", "2007")]
    [InlineData("'15.9.1.1'", "VersionUnknown", "15.9.1.1")]
    [InlineData("''", "VersionMissing", "")]
    public void A_version_that_names_no_dialect_is_refused_with_the_list(string version, string id, string target)
    {
        HostRun run = Run($"Get-NamespacePlan EX1 mail.contoso.com -ExchangeVersion {version}");

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", id, ErrorCategory.InvalidArgument);
        Assert.Equal(target, error.TargetObject);
        Assert.Contains("2007RTM, 2007SP1, 2007SP2", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_server_without_a_version_is_refused_and_one_with_is_planned()
    {
        HostRun run = Run("'EX1', @{ Name = 'EX2'; Version = 'SE' } | Get-NamespacePlan -ExternalHost mail.contoso.com -WarningAction SilentlyContinue | % { \"$($_.Servers)\" }");

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", "VersionMissing", ErrorCategory.InvalidArgument);
        Assert.Equal("EX1", error.TargetObject);
        Assert.Contains("2007RTM, 2007SP1, 2007SP2, 2007SP3, 2010, 2013, 2016, 2019 or SE", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["EX2"], run.Output);
    }

    [Theory]
    [InlineData("Sideways")]
    [InlineData("5")]
    public void A_model_that_does_not_exist_is_refused_with_all_that_do(string model)
    {
        ErrorRecord error = Assert.Single(Run($"Get-NamespacePlan EX1 @bare -DnsModel {model}").Errors);

        Assert.Equal(model, error.TargetObject?.ToString());
        foreach (string known in new[] { "DnsModel", "Auto", "Split", "Separate", "Pinpoint" })
        {
            Assert.Contains(known, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Faults_end_the_pipeline_only_where_the_caller_says_so()
    {
        HostRun run = Run("try { 'bad name', 'EX1' | Get-NamespacePlan @given -ErrorAction Stop } catch { \"caught $($_.TargetObject)\" }");

        Assert.Equal(["caught bad name"], run.Output);
    }
}
