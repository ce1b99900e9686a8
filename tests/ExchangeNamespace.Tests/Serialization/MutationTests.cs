using System;
using System.Collections.Generic;
using System.IO;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Serialization;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

public class MutationTests
{
    private const int Mutations = 5_000;

    [Fact]
    public void A_changed_plan_is_refused_with_faults_or_gives_clean_lines()
    {
        string valid = Documents.Write(Documents.Rich());
        Mutator mutator = new(new Random(20260601));
        EmittedLines lines = new();
        int accepted = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string json = mutator.Mutate(valid);
            (NamespacePlan? plan, IReadOnlyList<InputFault> faults) = Guarded(json, text => PlanJson.Read(text));

            Assert.True(plan is null == faults.Count > 0, json);
            if (plan is not null)
            {
                accepted++;
                lines.Check(plan);
                Same.Check(plan, Documents.Read(Documents.Write(plan)));
            }
        }

        Assert.InRange(accepted, Mutations / 50, Mutations / 2);
    }

    [Fact]
    public void A_changed_design_is_refused_with_faults_or_gives_clean_lines()
    {
        string valid = File.ReadAllText(Path.Combine(Repository.Root, "docs", "design-file.md")).Split("```json")[1].Split("```")[0];
        Mutator mutator = new(new Random(20260602));
        EmittedLines lines = new();
        int accepted = 0;
        for (int i = 0; i < Mutations; i++)
        {
            string json = mutator.Mutate(valid);
            List<InputFault> faults = [];
            NamespacePlan? plan = Guarded(json, text => Documents.PlanDesign(text, faults));

            Assert.True(plan is not null || faults.Count > 0, json);
            if (plan is not null)
            {
                accepted++;
                lines.Check(plan);
                Same.Check(plan, Documents.Read(Documents.Write(plan)));
            }
        }

        Assert.InRange(accepted, Mutations / 50, Mutations / 2);
    }

    private static T Guarded<T>(string json, Func<string, T> read)
    {
        try
        {
            return read(json);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("Thrown for: " + json, exception);
        }
    }
}
