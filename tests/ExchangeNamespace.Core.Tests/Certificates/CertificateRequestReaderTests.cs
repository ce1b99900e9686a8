using System.Collections.Generic;
using ExchangeNamespace.Certificates;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Certificates;

/// <summary>What is refused before a plan is looked at.</summary>
public class CertificateRequestReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("U")]
    [InlineData("USA")]
    [InlineData("U1")]
    [InlineData("ÜS")]
    [InlineData("U\n")]
    public void A_country_is_two_ascii_letters(string country) =>
        Assert.Equal((FaultIds.CountryInvalid, "Country"), Of(new CertificateRequestInput { Country = country }));

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\u2028b")]
    [InlineData("a\u0085b")]
    public void A_text_has_no_control_character(string text) => RefusedEverywhere(text);

    // Not as test data: an attribute stores its strings as UTF-8, which has no half characters.
    [Fact]
    public void A_text_has_no_half_character()
    {
        RefusedEverywhere("a" + (char)0xD83D);
        RefusedEverywhere((char)0xDE00 + "a");
    }

    [Fact]
    public void Texts_have_the_limits_of_their_fields()
    {
        Assert.Equal((FaultIds.ValueOutOfRange, "FriendlyName"), Of(new CertificateRequestInput { FriendlyName = new string('x', 64) }));
        Assert.Equal((FaultIds.ValueOutOfRange, "Organization"), Of(new CertificateRequestInput { Organization = new string('x', 65) }));
        Assert.Equal((FaultIds.ValueOutOfRange, "StateOrProvince"),
            Of(new CertificateRequestInput { StateOrProvince = new string('x', 129) }));
        Assert.Equal((FaultIds.ValueOutOfRange, "Locality"), Of(new CertificateRequestInput { Locality = " " }));
        Assert.NotNull(CertificateRequestReader.Read(new CertificateRequestInput { FriendlyName = new string('x', 63), Organization = string.Concat(System.Linq.Enumerable.Repeat("😀", 64)) }, []));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(3072)]
    [InlineData(0)]
    public void A_key_has_2048_or_4096_bits(int size) => Assert.Equal((FaultIds.ValueNotListed, "KeySize"), Of(new CertificateRequestInput { KeySize = size }));

    [Theory]
    [InlineData("", FaultIds.PathInvalid)]
    [InlineData("mail.req", FaultIds.PathInvalid)]
    [InlineData("C:mail.req", FaultIds.PathInvalid)]
    [InlineData("C:\\", FaultIds.PathInvalid)]
    [InlineData("C:\\reqs\\", FaultIds.PathInvalid)]
    [InlineData("\\mail.req", FaultIds.PathInvalid)]
    [InlineData("\\\\server\\share", FaultIds.PathInvalid)]
    [InlineData("\\\\.\\C:\\mail.req", FaultIds.PathInvalid)]
    [InlineData("C:\\a\\..\\mail.req", FaultIds.PathInvalid)]
    [InlineData("C:\\mail.req ", FaultIds.PathInvalid)]
    [InlineData("C:\\mail.req:stream", FaultIds.PathInvalid)]
    [InlineData("C:\\a\"b.req", FaultIds.PathInvalid)]
    [InlineData("C:\\nul.req", FaultIds.PathInvalid)]
    [InlineData("C:\\reqs\\*.req", FaultIds.PathHasWildcard)]
    [InlineData("C:\\req[1].req", FaultIds.PathHasWildcard)]
    [InlineData("\\\\?\\C:\\mail.req", FaultIds.PathHasWildcard)]
    public void A_path_is_the_full_name_of_one_file(string path, string id)
    {
        Assert.Equal((id, "RequestPath"), Of(new CertificateRequestInput { RequestPath = path }));
        Assert.Equal((id, "CertificatePath"), Of(new CertificateRequestInput { CertificatePath = path }));
    }

    [Fact]
    public void A_path_has_at_most_200_characters() =>
        Assert.Equal((FaultIds.ValueOutOfRange, "RequestPath"), Of(new CertificateRequestInput { RequestPath = "C:\\" + new string('x', 198) }));

    [Theory]
    [InlineData("HTTP")]
    [InlineData("None")]
    [InlineData("3")]
    [InlineData("IIS,")]
    public void A_service_is_one_of_the_listed(string service) => Assert.Equal((FaultIds.ValueNotListed, "Service"), Of(new CertificateRequestInput { Services = [service] }));

    [Theory]
    [InlineData("a b.contoso.com", FaultIds.NameHasSpace)]
    [InlineData("a.*.contoso.com", FaultIds.WildcardMisplaced)]
    [InlineData("https://a.contoso.com", FaultIds.UrlWhereHostExpected)]
    public void A_further_name_is_a_certificate_name(string name, string id) => Assert.Equal((id, "AdditionalName"), Of(new CertificateRequestInput { AdditionalNames = [name] }));

    [Fact]
    public void Completing_is_for_exchange_only() =>
        Assert.Equal((FaultIds.InputContradiction, "Complete"), Of(new CertificateRequestInput { Complete = true, Form = CertificateRequestForm.OpenSsl }));

    [Fact]
    public void All_faults_are_told_at_once()
    {
        List<InputFault> faults = [];
        CertificateRequestReader.Read(new CertificateRequestInput { Country = "X", KeySize = 512, RequestPath = "x", Services = ["X"] }, faults);
        Assert.Equal(["Country", "KeySize", "RequestPath", "Service"], System.Linq.Enumerable.Select(faults, f => f.Parameter));
    }

    private static void RefusedEverywhere(string text)
    {
        Assert.Equal((FaultIds.TextHasControlCharacter, "Organization"), Of(new CertificateRequestInput { Organization = text }));
        Assert.Equal((FaultIds.TextHasControlCharacter, "FriendlyName"), Of(new CertificateRequestInput { FriendlyName = text }));
        Assert.Equal((FaultIds.TextHasControlCharacter, "RequestPath"), Of(new CertificateRequestInput { RequestPath = "C:\\" + text }));
    }

    private static (string Id, string Parameter) Of(CertificateRequestInput input)
    {
        InputFault fault = CertificatePlans.Refused(input);
        return (fault.Id, fault.Parameter);
    }
}
