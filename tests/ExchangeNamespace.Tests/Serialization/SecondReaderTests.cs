using System;
using System.Collections.Generic;
using System.IO;
using CsCheck;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Fuzzing.Targets;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>The JSON that the module writes and accepts is JSON for a second reader, with the same values.</summary>
public class SecondReaderTests
{
    private const int Mutations = 2_000;

    [Fact]
    public void Written_plans_are_read_alike() => RandomPlans.Any.Sample(plan => Hold(Documents.Write(plan)), iter: 100, threads: 1);

    [Fact]
    public void Changed_documents_are_refused_or_read_alike()
    {
        string[] valid =
        [
            Documents.Write(Documents.Rich()),
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "examples", "three-sites.json")),
            File.ReadAllText(Path.Combine(Repository.Root, "tests", "ExchangeNamespace.Fuzzing", "Corpus", "json", "values.json")),
        ];
        Mutator mutator = new(new Random(20261129));
        int read = 0;
        for (int i = 0; i < Mutations; i++)
        {
            read += Hold(mutator.Mutate(valid[i % valid.Length])) ? 1 : 0;
        }

        Assert.InRange(read, Mutations / 20, Mutations * 4 / 5);
    }

    [Theory]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 2 }")]
    [InlineData("{ \"a\": [1] }", "{ \"a\": [1, 2] }")]
    [InlineData("{ \"a\": 1 }", "{ \"b\": 1 }")]
    [InlineData("{ \"a\": 1 }", "{ 'a': 1 }")]
    [InlineData("{ \"a\": true }", "{ \"a\": \"true\" }")]
    public void Another_document_differs(string read, string other) =>
        Assert.NotNull(SecondReader.Difference(JsonTree.Read(read, StringComparer.Ordinal, new List<InputFault>())!, other));

    private static bool Hold(string text)
    {
        List<InputFault> faults = [];
        Dictionary<string, object?>? read = JsonTree.Read(text, StringComparer.Ordinal, faults);
        if (read is null || faults.Count > 0)
        {
            return false;
        }

        string? difference = SecondReader.Difference(read, text);
        Assert.True(difference is null, difference + "\n" + text);
        return true;
    }
}
