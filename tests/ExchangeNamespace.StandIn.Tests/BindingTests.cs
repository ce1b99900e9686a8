using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>The stand-in refuses what Exchange refuses: a line that is wrong for its version must not run.</summary>
public class BindingTests
{
    private const string Ews = "Set-WebServicesVirtualDirectory -Identity 'CAS01\\EWS (Default Web Site)' ";

    public static TheoryData<string> AllVersions =>
        [.. VersionKeys.All, "2013RTM", "2013SP1", "2013CU3", "2016CU22", "2016CU23", "2019CU11", "2019CU12"];

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_version_has_exactly_the_cmdlets_of_the_catalogue(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        StandInVersion parsed = exchange.Version;
        foreach (CmdletEntry cmdlet in CmdletCatalog.Default.Cmdlets)
        {
            StandInResult result = exchange.Invoke(cmdlet.Name + " -NoSuchParameter 1");
            string expected = cmdlet.ExistsIn(parsed.Exchange) ? "NamedParameterNotFound" : "CommandNotFoundException";
            Assert.Equal(expected, Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_cmdlet_has_exactly_the_parameters_of_the_catalogue(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        StandInVersion parsed = exchange.Version;
        string[] common = ["Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable",
            "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable"];
        foreach (CmdletEntry cmdlet in CmdletCatalog.Default.Cmdlets.Where(c => c.ExistsIn(parsed.Exchange)))
        {
            string[] actual = [.. exchange.Invoke("(Get-Command " + cmdlet.Name + ").Parameters.Keys").Output.Select(o => o.ToString()).Except(common).Order()];
            Assert.Equal(cmdlet.ParametersFor(parsed.Exchange).Select(p => p.Name).Order(), actual);
        }
    }

    [Theory]
    [InlineData("2010", "Set-UMVirtualDirectory -Identity 'CAS01\\UnifiedMessaging (Default Web Site)' -InternalUrl https://a.b/c", "CommandNotFoundException")]
    [InlineData("2007SP3", "Set-EcpVirtualDirectory -Identity 'CAS01\\ecp (Default Web Site)' -InternalUrl https://a.b/ecp", "CommandNotFoundException")]
    [InlineData("2013RTM", "Set-MapiVirtualDirectory -Identity 'CAS01\\mapi (Default Web Site)' -InternalUrl https://a.b/mapi", "CommandNotFoundException")]
    [InlineData("2013", "Set-ClientAccessService -Identity CAS01 -AutoDiscoverServiceInternalUri https://a.b/c", "CommandNotFoundException")]
    [InlineData("2013", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -ClientAuthenticationMethod Basic -SSLOffloading $false", "CommandNotFoundException")]
    [InlineData("2007SP1", Ews + "-Force", "NamedParameterNotFound")]
    [InlineData("2007RTM", Ews + "-WhatIf", "NamedParameterNotFound")]
    [InlineData("2007RTM", Ews + "-InternalNLBBypassUrl https://a.b/c", "NamedParameterNotFound")]
    [InlineData("2013", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ClientAuthenticationMethod Basic", "NamedParameterNotFound")]
    [InlineData("2010", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -InternalHostname a.b", "NamedParameterNotFound")]
    [InlineData("2016", "Import-ExchangeCertificate -FileName C:\\f.p7b", "NamedParameterNotFound")]
    [InlineData("2010", "Import-ExchangeCertificate -Path C:\\f.p7b", "NamedParameterNotFound")]
    [InlineData("2013RTM", "Set-OrganizationConfig -MapiHttpEnabled $true", "NamedParameterNotFound")]
    public void What_the_version_lacks_does_not_bind(string version, string line, string error) => AssertRefused(version, line, error);

    [Theory]
    [InlineData("2010", "Set-WebServicesVirtualDirectory -InternalUrl https://a.b/c", "MissingMandatoryParameter")]
    [InlineData("2007SP1", "Set-WebServicesVirtualDirectory -InternalUrl https://a.b/c", "MissingMandatoryParameter")]
    [InlineData("SE", "Set-ClientAccessService -AutoDiscoverServiceInternalUri https://a.b/c", "MissingMandatoryParameter")]
    [InlineData("2010", "Enable-OutlookAnywhere -Server CAS01 -ClientAuthenticationMethod Basic -SSLOffloading $false", "MissingMandatoryParameter")]
    [InlineData("2010", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -ClientAuthenticationMethod Basic", "MissingMandatoryParameter")]
    [InlineData("2007RTM", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -SSLOffloading $false", "MissingMandatoryParameter")]
    [InlineData("2013", "Enable-ExchangeCertificate -Thumbprint 00", "MissingMandatoryParameter")]
    [InlineData("2007SP2", "Move-ClusteredMailboxServer -Identity CMS1 -TargetMachine N2", "MissingMandatoryParameter")]
    [InlineData("2016", "New-SendConnector -Name Out", "MissingMandatoryParameter")]
    [InlineData("2010", "New-ClientAccessArray -Fqdn outlook.contoso.com", "MissingMandatoryParameter")]
    [InlineData("2010", "Import-ExchangeCertificate -FriendlyName x", "MissingMandatoryParameter")]
    public void A_missing_mandatory_parameter_fails_without_a_prompt(string version, string line, string error) => AssertRefused(version, line, error);

    [Theory]
    [InlineData("2010", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -SSLOffloading $false -ClientAuthenticationMethod Basic -DefaultAuthenticationMethod Basic")]
    [InlineData("2007SP1", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -SSLOffloading $false -IISAuthenticationMethods Basic -DefaultAuthenticationMethod Basic")]
    [InlineData("2010", "New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=a.b' -Services IIS")]
    [InlineData("2007SP3", "New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=a.b' -Services IIS")]
    [InlineData("SE", "Get-OwaVirtualDirectory -Server CAS01 -Identity 'CAS01\\owa (Default Web Site)'")]
    [InlineData("2016", "Set-ClientAccessService -Identity CAS01 -AutoDiscoverSiteScope A -RemoveAlternateServiceAccountCredentials")]
    [InlineData("2010", "New-ReceiveConnector -Name A -Internet -Client -Bindings 0.0.0.0:25 -RemoteIPRanges 0.0.0.0-255.255.255.255")]
    [InlineData("2007SP2", "Set-OabVirtualDirectory -Identity 'CAS01\\OAB (Default Web Site)' -Instance (Get-OabVirtualDirectory)")]
    public void Mixed_parameter_sets_do_not_resolve(string version, string line) => AssertRefused(version, line, "AmbiguousParameterSet");

    [Theory]
    [InlineData("2010", "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -ClientAuthenticationMethod Kerberos -SSLOffloading $false")]
    [InlineData("2013", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ExternalClientAuthenticationMethod Fba")]
    [InlineData("2007RTM", "Set-ActiveSyncVirtualDirectory -Identity 'CAS01\\Microsoft-Server-ActiveSync (Default Web Site)' -ClientCertAuth Allowed")]
    [InlineData("2007SP3", "Enable-ExchangeCertificate -Thumbprint 00 -Services Federation")]
    [InlineData("2010", "Enable-ExchangeCertificate -Thumbprint 00 -Services UMCallRouter")]
    [InlineData("SE", "Enable-ExchangeCertificate -Thumbprint 00 -Services 'IIS,WEB'")]
    [InlineData("SE", "Set-MapiVirtualDirectory -Identity 'CAS01\\mapi (Default Web Site)' -IISAuthenticationMethods Ntlm,Kerberos")]
    [InlineData("SE", "Set-MapiVirtualDirectory -Identity 'CAS01\\mapi (Default Web Site)' -IISAuthenticationMethods 'Ntlm,OAuth'")]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=a.b' -KeySize 3072")]
    [InlineData("2016", "New-ReceiveConnector -Name A -Usage Public -Bindings 0.0.0.0:25 -RemoteIPRanges 10.0.0.1")]
    public void A_value_outside_the_enumeration_fails(string version, string line) => AssertRefused(version, line, "ParameterArgument");

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_url_must_be_absolute(string version)
    {
        foreach (string value in new[] { "notauri", "/EWS/Exchange.asmx", "mail.contoso.com/EWS", "''", "ftp://a.b/c", "'C:\\EWS'", "'https://a b/c'", "'https://'" })
        {
            AssertRefused(version, Ews + "-ExternalUrl " + value, "ParameterArgument");
            AssertRefused(version, "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri " + value, "ParameterArgument");
        }
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_boolean_takes_no_text(string version)
    {
        foreach (string value in new[] { "'yes'", "true", "''", "$null" })
        {
            AssertRefused(version, Ews + "-BasicAuthentication " + value, "ParameterArgument");
        }

        AssertRefused(version, Ews + "-BasicAuthentication", "MissingArgument");
        AssertRefused(version, Ews + "-BasicAuthentication $true extra", "PositionalParameterNotFound");
    }

    [Theory]
    [InlineData("2010", "Enable-OutlookAnywhere -Server CAS01 -ClientAuthenticationMethod Basic -SSLOffloading $false -ExternalHostname ")]
    [InlineData("2007SP1", "Enable-OutlookAnywhere -Server CAS01 -ClientAuthenticationMethod Basic -SSLOffloading $false -ExternalHostname ")]
    [InlineData("2016", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ExternalClientsRequireSsl $true -ExternalHostname ")]
    [InlineData("SE", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -InternalClientsRequireSsl $true -InternalHostname ")]
    [InlineData("2013", "Get-OwaVirtualDirectory -DomainController ")]
    public void A_host_is_not_a_url(string version, string line)
    {
        foreach (string host in new[] { "https://mail.contoso.com", "mail.contoso.com/", "mail.contoso.com:443", "'mail contoso.com'", "*.contoso.com", "mail..com", "''", new string('a', 64) + ".com" })
        {
            AssertRefused(version, line + host, "ParameterArgument");
        }
    }

    [Theory]
    [InlineData("2010", "Set-OabVirtualDirectory -Identity 'CAS01\\OAB (Default Web Site)' -PollInterval often")]
    [InlineData("2010", "Set-OwaVirtualDirectory -Identity 'CAS01\\owa (Default Web Site)' -DefaultClientLanguage 9999999999")]
    [InlineData("2016", "Set-SendConnector -Identity Out -MaxMessageSize large")]
    [InlineData("2016", "Set-SendConnector -Identity Out -SourceIPAddress 10.0.0.256")]
    [InlineData("2016", "New-ReceiveConnector -Name A -Usage Custom -Bindings 25 -RemoteIPRanges 10.0.0.1")]
    [InlineData("2016", "New-ReceiveConnector -Name A -Usage Custom -Bindings 0.0.0.0:70000 -RemoteIPRanges 10.0.0.1")]
    [InlineData("2016", "New-ReceiveConnector -Name A -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges relay.contoso.com")]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest -SubjectName mail.contoso.com")]
    [InlineData("2016", "New-ExchangeCertificate -GenerateRequest -DomainName https://mail.contoso.com")]
    [InlineData("2016", "Import-ExchangeCertificate -FileData ([byte[]](1)) -Password secret")]
    [InlineData("2010", "Set-OwaVirtualDirectory -Identity '' -InternalUrl https://a.b/owa")]
    [InlineData("2007SP1", "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverSiteScope @{Add='A'}")]
    public void A_value_of_the_wrong_type_fails(string version, string line) => AssertRefused(version, line, "ParameterArgument");

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Every_parameter_of_every_version_has_a_type(string version) =>
        Assert.NotEmpty(FunctionWriter.Write(StandInVersion.Parse(version)).ToList());

    [Theory]
    [InlineData("2003")]
    [InlineData("2013CUx")]
    [InlineData("")]
    public void An_unknown_version_is_an_error(string version) => Assert.ThrowsAny<System.Exception>(() => StandInExchange.Create(version, "CAS01"));

    private static void AssertRefused(string version, string line, string error)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        var before = exchange.State.Snapshot();

        StandInResult result = exchange.Invoke(line);

        Assert.True(result.Errors.Count == 1, version + ": " + line + "\n" + result.ErrorText);
        Assert.True(result.Errors[0].FullyQualifiedErrorId.StartsWith(error, System.StringComparison.Ordinal), version + ": " + result);
        Assert.DoesNotContain(result.Calls, call => !call.Cmdlet.StartsWith("Get-", System.StringComparison.Ordinal));
        Assert.Equal(before, exchange.State.Snapshot());
    }
}
