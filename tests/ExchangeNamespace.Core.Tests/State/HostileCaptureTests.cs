using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.State.CliXml;
using Xunit;

namespace ExchangeNamespace.Tests.State;

/// <summary>What is no capture is refused with one stable id, and nothing of it is used.</summary>
public class HostileCaptureTests
{
    [Theory]
    [InlineData(" ")]
    [InlineData("  x ")]
    [InlineData("")]
    public void A_text_keeps_its_spaces(string text)
    {
        using System.IO.MemoryStream file = new(Encoding.UTF8.GetBytes(Captures.Owa("<S N=\"FriendlyName\">" + text + "</S>")));

        CliXmlObject read = Assert.Single(CliXmlReader.Read(file, new HashSet<string> { "FriendlyName" }));

        Assert.Equal(text, read.Members["FriendlyName"]);
    }

    public static TheoryData<string, string> Documents => new()
    {
        { "", FaultIds.StateFileInvalid },
        { "MZ\0\0", FaultIds.StateFileInvalid },
        { "{ \"json\": 1 }", FaultIds.StateFileInvalid },
        { "<html><body/></html>", FaultIds.StateFileInvalid },
        { "<Objs><Obj/></Objs>", FaultIds.StateFileInvalid },
        { Captures.Owa("").Replace("</Objs>", string.Empty), FaultIds.StateFileInvalid },
        { Captures.Owa("")[..120], FaultIds.StateFileInvalid },
        { Captures.Owa("") + "<more/>", FaultIds.StateFileInvalid },
        { Captures.Owa("") + "&", FaultIds.StateFileInvalid },
        { "<!DOCTYPE Objs [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + Captures.Owa("<S N=\"Name\">&b;</S>"), FaultIds.StateFileInvalid },
        { "<!DOCTYPE Objs SYSTEM \"http://127.0.0.1:1/x.dtd\">" + Captures.Owa(""), FaultIds.StateFileInvalid },
        { Captures.Owa("<S N=\"Name\">&undeclared;</S>"), FaultIds.StateFileInvalid },
        { Captures.Owa(string.Concat(Enumerable.Repeat("<Obj N=\"Name\" RefId=\"1\"><Props>", 200)) + string.Concat(Enumerable.Repeat("</Props></Obj>", 200))), FaultIds.StateFileInvalid },
        { Captures.Document("<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Diagnostics.Process</T></TN><Props><S N=\"Name\">x</S></Props></Obj>"), FaultIds.StateObjectNotRecognised },
        { Captures.Document("<S>text</S>"), FaultIds.StateObjectNotRecognised },
        { Captures.Owa("<Obj N=\"InternalUrl\" RefId=\"9\"><LST><Obj RefId=\"8\"><LST><S>a</S></LST></Obj></LST></Obj>"), FaultIds.StateValueInvalid },
        { Captures.Owa("<SBK N=\"InternalUrl\">Get-Date</SBK>"), FaultIds.StateValueInvalid },
        { Captures.Owa("<Ref N=\"InternalUrl\" RefId=\"77\" />"), FaultIds.StateValueInvalid },
        { Captures.Owa("<S N=\"InternalUrl\">https://a_x000D__x000A_Remove-Mailbox b/owa</S>"), FaultIds.TextHasControlCharacter },
        { Captures.Owa("<S N=\"ExternalUrl\">" + new string('a', 10_000) + "</S>"), FaultIds.StateValueInvalid },
        { Captures.Owa("").Replace("EX01\\owa", "a; b\\owa"), FaultIds.StateObjectIncomplete },
        { Captures.Owa("").Replace("EX01\\owa (Default Web Site)", "owa"), FaultIds.StateObjectIncomplete },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_is_no_capture_is_refused(string document, string id)
    {
        (ExchangeState? state, IReadOnlyList<InputFault> faults) = Captures.Read(document);

        Assert.Null(state);
        Assert.Equal(id, faults[0].Id);
        Assert.DoesNotContain(faults[0].Message, c => char.IsControl(c));
    }

    [Fact]
    public void Objects_that_refer_to_themselves_end()
    {
        string cycle = "<Obj N=\"AddressSpaces\" RefId=\"5\"><LST><Ref RefId=\"5\" /></LST></Obj>";

        Assert.Null(Captures.Read(Captures.Owa(cycle.Replace("AddressSpaces", "FailbackUrl"))).State);
    }

    [Fact]
    public void An_empty_capture_under_the_name_of_its_command_says_that_there_is_none()
    {
        (ExchangeState? state, _) = Captures.Read(Captures.Document(string.Empty), "Get-OutlookAnywhere.xml");

        Assert.Equal([StateKind.OutlookAnywhere], state!.Kinds);
        Assert.Equal(FaultIds.StateObjectNotRecognised, Captures.Read(Captures.Document(string.Empty), "other.xml").Faults[0].Id);
    }

    [Fact]
    public void The_escape_of_CliXml_is_undone_once()
    {
        string document = Captures.Owa("").Replace("EX01\\owa (Default Web Site)", "EX01\\owa_x0020_(Default_x0020_Web_x0020_Site)");

        Assert.True(Captures.Read(document).State!.Services[0].IsDefault);
        Assert.Equal("_x0041_", CliXmlText.Decode("_x005F_x0041_"));
        Assert.Equal("_x00", CliXmlText.Decode("_x00"));
    }

    [Fact]
    public void A_capture_in_the_encoding_of_Windows_PowerShell_is_read()
    {
        byte[] content = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Captures.Owa("<Nil N=\"ExternalUrl\" />"))];

        Assert.Equal(CaptureStatus.Null, Captures.Read([("x.xml", content)], inFolder: false).State!.Services[0].External.Status);
    }
}
