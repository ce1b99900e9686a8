using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Verdicts;
using Xunit;

namespace ExchangeNamespace.Tests.Verdicts;

/// <summary>The report is well-formed whatever it holds, and valid by the rules that build servers share.</summary>
public class JUnitDocumentTests
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="testsuites"><xs:complexType><xs:sequence>
            <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="name" type="xs:string"/><xs:attributeGroup ref="counts"/></xs:complexType></xs:element>
          <xs:element name="testsuite"><xs:complexType><xs:sequence>
            <xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="name" type="xs:string" use="required"/><xs:attributeGroup ref="counts"/>
            <xs:attribute name="time" type="xs:decimal"/><xs:attribute name="timestamp" type="xs:dateTime"/></xs:complexType></xs:element>
          <xs:element name="testcase"><xs:complexType><xs:choice minOccurs="0">
            <xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>
            <xs:element name="error" type="problem"/><xs:element name="failure" type="problem"/>
            <xs:element name="system-out" type="xs:string"/></xs:choice>
            <xs:attribute name="name" type="xs:string" use="required"/><xs:attribute name="classname" type="xs:string" use="required"/>
            <xs:attribute name="time" type="xs:decimal"/></xs:complexType></xs:element>
          <xs:complexType name="problem" mixed="true"><xs:attribute name="message" type="xs:string"/>
            <xs:attribute name="type" type="xs:string" use="required"/></xs:complexType>
          <xs:attributeGroup name="counts"><xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/></xs:attributeGroup>
        </xs:schema>
        """;

    [Fact]
    public void A_report_of_hostile_texts_is_valid()
    {
        XDocument report = Read(Results.HostileVerdict());

        Assert.Equal(["", "system-out", "failure", "error", "skipped"],
            report.Descendants("testcase").Select(c => c.Elements().SingleOrDefault()?.Name.LocalName ?? ""));
        Assert.Equal("5 1 1", Counts(report.Root!));
    }

    [Fact]
    public void A_report_of_nothing_is_valid() => Assert.Equal("0 0 0", Counts(Read(Results.Verdict()).Root!));

    [Fact]
    public void A_failure_says_why_by_which_rule_and_what_to_do()
    {
        XElement failure = Assert.Single(Read(Results.Verdict(Results.Of("a", CheckOutcome.Failed, message: "<why> & \"how\""))).Descendants("failure"));

        Assert.Equal(("<why> & \"how\"", "S1", "Mend it."), ((string?)failure.Attribute("message"), (string?)failure.Attribute("type"), failure.Value));
    }

    [Theory]
    [InlineData("\uFFFE", "<U+FFFE>")]
    [InlineData("\0", "<U+0000>")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("<&>\"'", "<&>\"'")]
    public void What_XML_cannot_hold_stands_as_its_code_point(string text, string written) => Assert.Equal(written, JUnitText.Of(text));

    [Fact]
    public void Half_a_pair_stands_as_its_code_point() => Assert.Equal("<U+D800>", JUnitText.Of(((char)0xD800).ToString()));

    private static string Counts(XElement element) => $"{element.Attribute("tests")?.Value} {element.Attribute("failures")?.Value} {element.Attribute("errors")?.Value}";

    private static XDocument Read(NamespaceVerdict verdict)
    {
        XmlSchemaSet schemas = new();
        using XmlReader schema = XmlReader.Create(new StringReader(Schema));
        schemas.Add(null, schema);
        XDocument report = XDocument.Parse(JUnitDocument.Of(verdict));
        report.Validate(schemas, (_, e) => throw e.Exception);
        return report;
    }
}
