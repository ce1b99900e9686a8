using System;
using System.Globalization;
using System.IO;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class JsonFactoryTests
{
    public static TheoryData<Exception> LoadFaults => [new FileNotFoundException("gone"), new FileLoadException("clash"), new BadImageFormatException("damaged")];

    [Theory]
    [MemberData(nameof(LoadFaults))]
    public void A_load_fault_becomes_one_exception(Exception fault)
    {
        DependencyLoadException thrown = Assert.Throws<DependencyLoadException>(() => JsonFactory.Load(() => throw fault));

        Assert.Equal("json", thrown.Feature);
        Assert.Same(fault, thrown.InnerException);
        Assert.Contains(fault.Message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_fault_is_told_once()
    {
        DependencyLoadException fault = new("json", new FileNotFoundException("gone"));

        string message = Errors.ErrorRecords.DependencyLoadFailed(fault).ErrorDetails.Message;

        Assert.Equal("The module's library for 'json' cannot be loaded: gone Install the module again, with its bin/lib folder; in PowerShell 7, use 7.4 or later.", message);
    }

    [Fact]
    public void Another_fault_is_not_hidden() =>
        Assert.Throws<InvalidOperationException>(() => JsonFactory.Load(() => throw new InvalidOperationException()));

    [Fact]
    public void A_plan_goes_out_and_comes_in()
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        JsonFactory.WritePlan(Documents.Rich(), writer);

        Same.Check(Documents.Rich(), JsonFactory.ReadPlan(writer.ToString()).Plan);
    }

    [Fact]
    public void A_design_comes_in() =>
        Assert.Equal("CAS01", JsonFactory.ReadDesign("{ \"schemaVersion\": 1, \"Server\": \"CAS01\" }", RequestReader.DesignSchemaVersion).Members!["Server"]);
}
